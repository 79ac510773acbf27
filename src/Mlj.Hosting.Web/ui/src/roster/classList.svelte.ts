import { Problem } from '../api/problem';
import { asking } from '../shell/asking.svelte';
import { count } from '../shell/words';
import { workspace } from '../shell/workspace.svelte';

/** The class list: sent and removed. One that is refused leaves what was. */
class ClassList {
  #refused = $state.raw<{ session: string; name: string; why: string } | null>(null);

  /** Why the last list was not taken; of this session only. */
  get refused() {
    return this.#refused?.session === workspace.session?.session_id ? this.#refused : null;
  }

  // It stands in no room, because a room may be left while the dialog is open.
  #input: HTMLInputElement | null = null;

  /** Asks the person for the file, then sends it. */
  choose() {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', accept: '.xlsx,.csv', onchange: () => input.files?.[0] && void this.send(input.files[0]) });
    this.#input = input;
    this.#input.click();
  }

  async send(file: File) {
    this.#refused = null;
    await workspace.run('Sending', async () => {
      const api = await workspace.ready();
      const tell = (share: number) => (workspace.busy = { label: `Sending ${file.name}`, share });
      tell(0);
      try {
        await api.setRoster(file, tell);
      } catch (error) {
        if (!(error instanceof Problem) || error.isGone) throw error;
        this.#refused = { session: api.id, name: file.name, why: error.message };
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
    this.#refused = null;
    return agreed && workspace.run('Removing the class list', async () => {
      await workspace.api!.removeRoster();
      await workspace.refresh();
      workspace.say(`${name} removed.`);
    });
  }
}

export const classList = new ClassList();
