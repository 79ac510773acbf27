import { begin, SessionApi } from '../api/api';
import { Problem } from '../api/problem';
import type { Column, History, Preview, Receipt, Roster, Session, Suggestions, Summary } from '../api/types';
import { asking } from './asking.svelte';
import { remember, remembered } from './memory';

export const rooms = ['files', 'review', 'table', 'charts', 'export'] as const;
export type Room = (typeof rooms)[number];

const key = 'mlj-session';
const parameter = 'session';

/** A wait shorter than this is not shown, in milliseconds. */
const patience = 200;

/** What the page knows of its one session, and what it is doing. */
class Workspace {
  session = $state.raw<Session | null>(null);
  summary = $state.raw<Summary | null>(null);
  suggestions = $state.raw<Suggestions | null>(null);
  roster = $state.raw<Roster | null>(null);
  history = $state.raw<History | null>(null);
  preview = $state.raw<Preview | null>(null);

  /** The columns of the table as it is, without the plan that waits. */
  columns = $state.raw<Column[]>([]);

  room = $state<Room>('files');

  /** Grows whenever the rows of the table or of its preview are others. */
  edition = $state(0);

  isOpening = $state(true);
  busy = $state.raw<{ label: string; share: number | null } | null>(null);
  problem = $state.raw<Problem | null>(null);
  ended = $state.raw<{ why: string; receipt: Receipt | null } | null>(null);

  /** What a screen reader is told. */
  said = $state('');

  api: SessionApi | null = null;
  #running = 0;
  #beginning: Promise<SessionApi> | null = null;

  /** How many things wait for a decision. */
  get toReview(): number {
    return (this.suggestions?.suggestions.length ?? 0) + (this.summary?.retakes_count ?? 0) + (this.summary?.ledger.total.quarantined ?? 0) + (this.summary?.refused.length ?? 0);
  }

  get hasTable(): boolean {
    return this.summary !== null;
  }

  /** Goes on with the session of the address or of this browser, if there is one. */
  async open() {
    const id = new URL(location.href).searchParams.get(parameter) ?? remembered(key);
    if (id) {
      await this.run('Opening your session', async () => {
        this.#take(id);
        await this.refresh();
        const asked = location.hash.slice(1) as Room;
        this.room = rooms.includes(asked) && (this.hasTable || asked === 'files') ? asked : this.hasTable ? 'table' : 'files';
      });
      if (!this.session && !this.ended && !this.problem) this.forget();
    }
    this.isOpening = false;
  }

  /** The session to work on; begun when there is none. */
  async ready(): Promise<SessionApi> {
    if (this.api && !this.ended) return this.api;
    // Files and a class list that are sent at once begin one session together.
    this.#beginning ??= this.#begin().finally(() => (this.#beginning = null));
    return this.#beginning;
  }

  async #begin(): Promise<SessionApi> {
    const begun = await begin();
    this.ended = null;
    this.#take(begun.session_id);
    await this.refresh();
    return this.api!;
  }

  /** Asks for all that the page shows around the table. */
  async refresh() {
    const api = this.api!;
    const session = await api.session();
    const none = [null, null, null, null, null] as const;
    const [summary, suggestions, roster, history, table] = session.result_id ? await Promise.all([api.result(), api.suggestions(), api.roster(), api.history(), api.table(0, 1)]) : none;
    const preview = session.has_pending_plan ? await api.preview().catch((error) => (error instanceof Problem && !error.isGone ? null : Promise.reject(error))) : null;
    Object.assign(this, { session, summary, suggestions, roster, history, preview, columns: table?.columns ?? [] });
    this.edition++;
  }

  /** Does something, shows that it is being done, and shows why it cannot be done. True when it was done. */
  async run(label: string, work: () => Promise<unknown>): Promise<boolean> {
    this.problem = null;
    this.#running++;
    const shows = setTimeout(() => (this.busy ??= { label, share: null }), patience);
    try {
      await work();
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    } finally {
      clearTimeout(shows);
      if (--this.#running === 0) this.busy = null;
    }
  }

  /** Waits for what a part of the page asked for and shows by itself. A session that is gone is gone for the whole page. */
  async watch<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof Problem && error.isGone) this.#fail(error);
      throw error;
    }
  }

  /** A change of people, files or attempts: the accepted steps are done again, and when they do not fit the person is asked whether to leave them out. */
  async change(label: string, work: (api: SessionApi, dropSteps: boolean) => Promise<unknown>, done: string): Promise<boolean> {
    return this.run(label, async () => {
      const api = await this.ready();
      try {
        await work(api, false);
      } catch (error) {
        if (!(error instanceof Problem && error.code === 'steps_do_not_fit')) throw error;
        const agreed = await asking.ask({ title: 'Your changes do not fit the new table', lines: ['These cannot be done again:', ...error.details], yes: 'Go on without my changes', no: 'Leave everything as it is' });
        if (!agreed) return;
        await work(api, true);
      }
      await this.refresh();
      this.say(done);
    });
  }

  async consolidate(policy?: string) {
    const isDone = await this.change(
      'Making the table',
      async (api, drop_steps) => {
        this.busy = { label: 'Reading the files', share: 0 };
        await api.consolidate({ drop_steps, policy }, (progress) => {
          this.busy = { label: `File ${progress.number} of ${progress.count}: ${progress.file}`, share: progress.percent / 100 };
        });
      },
      'The table is ready.',
    );
    if (isDone && this.hasTable) this.go('table');
  }

  /** Deletes the session and everything in it. */
  async remove() {
    const agreed = await asking.ask({
      title: 'Delete everything?',
      lines: ['All files, the table, your decisions and the history are deleted from the server at once. This cannot be undone.'],
      yes: 'Delete everything',
      no: 'Keep it',
      isDangerous: true,
    });
    if (agreed)
      await this.run('Deleting', async () => {
        const receipt = await this.api!.remove();
        this.forget({ why: 'Everything is deleted.', receipt });
      });
  }

  /** Lets go of the session; what is shown then says why. */
  forget(ended: typeof this.ended = null) {
    Object.assign(this, { session: null, summary: null, suggestions: null, roster: null, history: null, preview: null, columns: [], api: null, ended });
    this.room = 'files';
    remember(key, null);
    history.replaceState(null, '', location.pathname);
    if (ended) {
      this.say(ended.why);
      document.getElementById('main')?.focus();
    }
  }

  go(room: Room) {
    this.room = room;
    this.problem = null;
    const address = new URL(location.href);
    address.hash = room;
    history.replaceState(null, '', address);
  }

  say(text: string) {
    // The same words twice are read again only when the region was something else between.
    this.said = '';
    setTimeout(() => (this.said = text), 60);
  }

  #take(id: string) {
    this.api = new SessionApi(id);
    remember(key, id);
    const address = new URL(location.href);
    address.searchParams.set(parameter, id);
    history.replaceState(null, '', address);
  }

  #fail(error: unknown) {
    const problem = error instanceof Problem ? error : new Problem(`This page has a fault: ${error instanceof Error ? error.message : error}`, 0, 'page_fault');
    if (problem.isGone && this.api)
      this.forget({
        why:
          problem.status === 410
            ? 'Your session has expired: it was not used for a while, so its files were deleted.'
            : problem.status === 401
              ? 'This browser does not hold the key to that session. Only the browser that began a session can open it.'
              : 'That session is not there any more. It was deleted, or it expired.',
        receipt: null,
      });
    else this.problem = problem;
  }
}

export const workspace = new Workspace();
