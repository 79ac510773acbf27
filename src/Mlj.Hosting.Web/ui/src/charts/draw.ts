import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, TooltipComponent, AriaComponent, LabelLayout, CanvasRenderer]);

/** Draws a chart into an element and keeps its size; answers what to call when it goes. */
export function draw(element: HTMLElement, option: EChartsCoreOption): () => void {
  const chart = init(element);
  chart.setOption({ animation: false, ...option });
  const sizes = new ResizeObserver(() => chart.resize());
  sizes.observe(element);
  return () => {
    sizes.disconnect();
    chart.dispose();
  };
}
