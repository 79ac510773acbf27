import { tick } from 'svelte';
import type { Cell, Column, ColumnStatus, RowStatus } from '../api/types';

export type GridColumn = Column & { status?: ColumnStatus; was?: string | null };
export interface GridRow { row: number; cells: Cell[]; status?: RowStatus; before?: Record<string, Cell> }
export interface Part { total_rows: number; columns: GridColumn[]; rows: GridRow[] }
export type Load = (from: number, count: number, signal: AbortSignal) => Promise<Part>;

const pageSize = 100;

/** Pages that are kept; the ones that were asked for longest ago go first. */
const mostPages = 40;

/** Rows of a long table, of which only pages that somebody looks at are fetched. */
export class Pages {
  columns = $state.raw<GridColumn[]>([]);
  total = $state(0);
  isLoaded = $state(false);
  fault = $state.raw<Error | null>(null);

  #pages = $state.raw(new Map<number, GridRow[]>());
  #waiting = new Map<number, AbortController>();

  constructor(readonly load: Load) {}

  row(index: number): GridRow | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  /** Sees to it that these rows come; what is waited for and no longer needed is called off. */
  need(first: number, last: number) {
    const from = Math.floor(Math.max(0, first) / pageSize);
    const to = Math.floor(Math.max(0, last) / pageSize);
    for (const [page, waiting] of this.#waiting)
      if (page < from || page > to) {
        waiting.abort();
        this.#waiting.delete(page);
      }
    for (let page = from; page <= to; page++)
      if (!this.#pages.has(page) && !this.#waiting.has(page) && (!this.isLoaded || page * pageSize < this.total)) void this.#fetch(page);
  }

  async #fetch(page: number) {
    const waiting = new AbortController();
    this.#waiting.set(page, waiting);
    try {
      const part = await this.load(page * pageSize, pageSize, waiting.signal);
      const pages = new Map(this.#pages).set(page, part.rows);
      if (pages.size > mostPages) pages.delete(pages.keys().next().value!);
      this.#pages = pages;
      this.total = part.total_rows;
      this.columns = part.columns;
      this.isLoaded = true;
      this.fault = null;
      await tick();
    } catch (error) {
      if (!waiting.signal.aborted) this.fault = error as Error;
    } finally {
      if (this.#waiting.get(page) === waiting) this.#waiting.delete(page);
    }
  }
}
