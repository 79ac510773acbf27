import { tick } from 'svelte';
import type { SessionApi } from '../api/api';
import type { Problem } from '../api/problem';
import type { Preview } from '../api/types';
import { workspace } from '../shell/workspace.svelte';

/** Shows a plan that waits on the table, and puts the focus where it is decided about. */
export async function show(preview: Preview) {
  workspace.preview = preview;
  if (workspace.room !== 'table') workspace.go('table');
  workspace.edition++;
  await tick();
  const heading = document.getElementById('preview');
  heading?.focus();
  heading?.scrollIntoView({ block: 'center' });
}

/** Makes a plan and shows it, or tells why there is none. True when there is one. */
export const plan = (make: (api: SessionApi) => Promise<Preview>, tell?: (problem: Problem | null) => void) =>
  workspace.run('Making the preview', async () => show(await make(workspace.api!)), tell);

export const accept = (preview: Preview) =>
  workspace.run('Doing it', async () => {
    await workspace.api!.accept(preview.plan_id);
    await workspace.refresh();
    document.getElementById('history')?.focus();
    workspace.say('Accepted. The table is changed.');
  });

export const discard = () =>
  workspace.run('Discarding', async () => {
    await workspace.api!.discard();
    workspace.preview = null;
    workspace.edition++;
    document.getElementById('action')?.focus();
    workspace.say('Discarded. Nothing is changed.');
  });
