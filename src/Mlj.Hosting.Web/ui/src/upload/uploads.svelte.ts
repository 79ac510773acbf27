import { Problem } from '../api/problem';
import { count, withoutName } from '../shell/words';
import { workspace } from '../shell/workspace.svelte';

export interface Refused { name: string; why: string }

/** Sends files one after the other, so that one that is refused does not take the others with it. */
class Uploads {
  refused = $state.raw<Refused[]>([]);

  async send(files: File[]) {
    if (files.length === 0) return;
    this.refused = [];
    await workspace.run('Sending', async () => {
      const api = await workspace.ready();
      const refused: Refused[] = [];
      for (const [index, file] of files.entries()) {
        const label = `Sending ${index + 1} of ${files.length}: ${file.name}`;
        const tell = (share: number) => (workspace.busy = { label, share: (index + share) / files.length });
        tell(0);
        try {
          await api.upload(file, tell);
        } catch (error) {
          if (!(error instanceof Problem) || error.isGone) throw error;
          refused.push({ name: file.name, why: withoutName(error.message, file.name) });
        }
      }
      this.refused = refused;
      await workspace.refresh();
      workspace.go('files');
      const taken = files.length - refused.length;
      workspace.say(`${count(taken, 'file')} added.` + (refused.length ? ` ${count(refused.length, 'file')} refused.` : ''));
    });
  }

  async samples() {
    this.refused = [];
    await workspace.run('Adding the sample files', async () => {
      await (await workspace.ready()).samples();
      await workspace.refresh();
      workspace.go('files');
      workspace.say('Five sample files added.');
    });
  }
}

export const uploads = new Uploads();
