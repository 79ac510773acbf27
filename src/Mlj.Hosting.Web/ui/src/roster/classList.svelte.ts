import { Problem } from '../api/problem';
import { asking } from '../shell/asking.svelte';
import { count } from '../shell/words';
import { workspace } from '../shell/workspace.svelte';

/** The class list: sent and removed. One that is refused leaves what was. */
class ClassList {
  refused = $state.raw<{ name: string; why: string } | null>(null);

  async send(file: File) {
    this.refused = null;
    await workspace.run('Sending', async () => {
      const api = await workspace.ready();
      const tell = (share: number) => (workspace.busy = { label: `Sending ${file.name}`, share });
      tell(0);
      try {
        await api.setRoster(file, tell);
      } catch (error) {
        if (!(error instanceof Problem) || error.isGone) throw error;
        this.refused = { name: file.name, why: error.message };
        return;
      }
      await workspace.refresh();
      workspace.say(`${file.name} is the class list, with ${count(workspace.session!.roster!.entries, 'person', 'people')}.`);
    });
  }

  /** Asks first. True when it was removed. */
  async remove(): Promise<boolean> {
    const name = workspace.session!.roster!.name;
    const agreed = await asking.ask({ title: 'Remove the class list?', lines: [name], yes: 'Remove it', no: 'Keep it', isDangerous: true });
    this.refused = null;
    return agreed && workspace.run('Removing the class list', async () => {
      await workspace.api!.removeRoster();
      await workspace.refresh();
      workspace.say(`${name} removed.`);
    });
  }
}

export const classList = new ClassList();
