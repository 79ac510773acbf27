import { begin, hear, SessionApi, type Written } from '../api/api';
import { Problem } from '../api/problem';
import type { Column, History, Preview, Receipt, Review, Roster, Session, Setting, Suggestions, Summary } from '../api/types';
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
  review = $state.raw<Review | null>(null);
  roster = $state.raw<Roster | null>(null);
  history = $state.raw<History | null>(null);
  preview = $state.raw<Preview | null>(null);

  /** The columns of the table as it is, without the plan that waits. */
  columns = $state.raw<Column[]>([]);

  room = $state<Room>('files');

  /** The field of a file's corrections that somebody wants to fill in. */
  toCorrect = $state.raw<{ file: string; setting: Setting } | null>(null);

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
  #isBehind = false;
  #beginning: Promise<SessionApi> | null = null;

  /** How many things wait for a decision or for somebody to see them. */
  get toReview(): number {
    return this.review?.open_count ?? 0;
  }

  get hasTable(): boolean {
    return this.summary !== null;
  }

  /** Goes on with the session of the address or of this browser, if there is one. */
  async open() {
    hear((written) => this.#hear(written));
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void this.catchUp());
    addEventListener('popstate', () => this.#goBack());
    const id = new URL(location.href).searchParams.get(parameter) ?? remembered(key);
    if (id) {
      await this.run('Opening your session', async () => {
        this.#take(id);
        await this.refresh();
        this.room = this.#asked() ?? (this.hasTable ? 'table' : 'files');
        this.#address(this.room, false);
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
    const none = [null, null, null, null, null, null] as const;
    const [summary, suggestions, review, roster, history, table] = session.result_id ? await Promise.all([api.result(), api.suggestions(), api.review(), api.roster(), api.history(), api.table(0, 1)]) : none;
    const preview = session.has_pending_plan ? await api.preview().catch((error) => (error instanceof Problem && !error.isGone ? null : Promise.reject(error))) : null;
    Object.assign(this, { session, summary, suggestions, review, roster, history, preview, columns: table?.columns ?? [] });
    this.edition++;
  }

  /** Shows what was changed elsewhere: in another window, or by another door. */
  async catchUp() {
    const api = this.api;
    if (!api) return;
    // What runs now asks for everything itself, or is asked for when it ends.
    if (this.#running > 0) {
      this.#isBehind = true;
      return;
    }
    this.#isBehind = false;
    try {
      if ((await api.versionNow()) === api.version || this.#running > 0 || this.api !== api) return;
      await this.refresh();
      this.say('Something was changed in another window. It is shown here now.');
    } catch (error) {
      if (error instanceof Problem && error.isGone) await this.#fail(error);
    }
  }

  /**
   * Does something, shows that it is being done, and shows why it cannot be done: at the top of the page, or where `tell` puts it. True when it was done.
   */
  async run(label: string, work: () => Promise<unknown>, tell?: (problem: Problem | null) => void): Promise<boolean> {
    this.problem = null;
    tell?.(null);
    this.#running++;
    const shows = setTimeout(() => (this.busy ??= { label, share: null }), patience);
    try {
      await work();
      return true;
    } catch (error) {
      await this.#fail(error, tell);
      return false;
    } finally {
      clearTimeout(shows);
      if (--this.#running === 0) this.busy = null;
      if (this.#isBehind) void this.catchUp();
    }
  }

  /** Waits for what a part of the page asked for and shows by itself. A session that is gone is gone for the whole page. */
  async watch<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof Problem && error.isGone) await this.#fail(error);
      else if (error instanceof Problem && error.isOvertaken) await this.catchUp();
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

  /** Makes the table, and goes to it. True when it is made. */
  async consolidate(policy?: string): Promise<boolean> {
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
    return isDone;
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
    Object.assign(this, { session: null, summary: null, suggestions: null, review: null, roster: null, history: null, preview: null, columns: [], api: null, ended });
    this.room = 'files';
    remember(key, null);
    history.replaceState(null, '', location.pathname);
    if (ended) {
      this.say(ended.why);
      document.getElementById('main')?.focus();
    }
  }

  /** Goes to a room; the browser's button Back leads out of it again. */
  go(room: Room) {
    this.#address(room, room !== this.room);
    this.room = room;
    this.problem = null;
  }

  /** Goes to the field that corrects a file. */
  correct(file: string, setting: Setting) {
    this.toCorrect = { file, setting };
    this.go('files');
  }

  #address(room: Room, isNew: boolean) {
    const address = new URL(location.href);
    address.hash = room;
    if (isNew) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  /** The room of the address, if it can be entered. */
  #asked(): Room | null {
    const asked = location.hash.slice(1) as Room;
    return rooms.includes(asked) && (this.hasTable || asked === 'files') ? asked : null;
  }

  #goBack() {
    this.room = this.#asked() ?? 'files';
    this.problem = null;
  }

  #hear({ id, version, isSeen, isDeleted }: Written) {
    if (id !== this.api?.id) return;
    if (isDeleted) return this.forget({ why: 'Everything was deleted in another window.', receipt: null });
    // What changed nothing that is shown here still has a version of its own.
    if (!isSeen && version !== null && this.#running === 0) this.api.version = version;
    else void this.catchUp();
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

  async #fail(error: unknown, tell?: (problem: Problem | null) => void) {
    let problem = error instanceof Problem ? error : new Problem(`This page has a fault: ${error instanceof Error ? error.message : error}`, 0, 'page_fault');
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
    else {
      if (problem.isOvertaken && this.api) {
        await this.refresh().catch(() => {});
        problem = new Problem('Something was changed first, in another window or by somebody else. You see now how it stands. What you asked for was not done; do it again if you still want it.', 0, 'overtaken');
      }
      if (tell) tell(problem);
      else this.problem = problem;
    }
  }
}

export const workspace = new Workspace();
