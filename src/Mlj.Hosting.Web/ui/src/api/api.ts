import { readEvents } from './events';
import { Problem, unreachable } from './problem';
import type * as t from './types';

/** Sent with every change: pages of other sites cannot send it. */
const page = { 'X-Mlj-Page': '1' };

/** How long to wait before each further try when the server cannot be reached, in milliseconds: a restart takes some seconds. */
const waits = [400, 1200, 3000];

type Query = Record<string, string | number | boolean | null | undefined>;

/** One key for all tries of one change, so that it is done once. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const address = (path: string, query: Query = {}) => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return path + (given.length ? '?' + new URLSearchParams(given.map(([name, value]) => [name, String(value)])) : '');
};

async function send(method: string, path: string, { query, body, headers, signal }: { query?: Query; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Response> {
  const request: RequestInit = {
    method,
    signal,
    headers: { ...page, ...(method === 'GET' ? {} : { 'Idempotency-Key': newKey() }), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(address(path, query), request);
      if (response.ok) return response;
      throw Problem.of(response.status, await response.text());
    } catch (error) {
      if (error instanceof Problem || signal?.aborted) throw error;
      const wait = waits[attempt];
      if (wait === undefined) throw unreachable();
      await new Promise((done) => setTimeout(done, wait));
    }
  }
}

const json = async <T>(method: string, path: string, options?: Parameters<typeof send>[2]): Promise<T> => (await send(method, path, options)).json();

export const begin = () => json<t.Begun>('POST', '/api/session/create', { query: { source: 'web' } });

export const actions = async () => (await json<{ actions: t.Action[] }>('GET', '/api/actions')).actions;

/** What was written to a session; told to the other windows of this browser. The version is null when it was not told; what is not seen changed only that. */
export interface Written { id: string; version: number | null; isSeen: boolean; isDeleted?: boolean }

const windows = new BroadcastChannel('mlj');

/** Hears what other windows of this browser write. */
export const hear = (told: (written: Written) => void) => (windows.onmessage = (event: MessageEvent<Written>) => told(event.data));

/** Everything that one session can do. */
export class SessionApi {
  readonly #path: string;

  /** The version that this window knows. What is decided by what it shows is refused when there is another by now. */
  version: number | null = null;

  constructor(readonly id: string) {
    this.#path = `/api/session/${encodeURIComponent(id)}`;
  }

  #get = <T>(path: string, query?: Query, signal?: AbortSignal) => json<T>('GET', this.#path + path, { query, signal });

  /** Writes, and tells the other windows. */
  async #write<T>(method: string, path: string, body?: unknown, { query, headers }: { query?: Query; headers?: Record<string, string> } = {}): Promise<T> {
    const answer = await json<T & { version?: number }>(method, this.#path + path, { body, query, headers });
    this.#wrote(answer.version ?? null, (answer as { outcome?: string }).outcome);
    return answer;
  }

  /** Writes what was decided by what this window shows, and not on what another has made of it since. */
  #decide = <T>(method: string, path: string, body?: unknown, query?: Query) =>
    this.#write<T>(method, path, body, { query, headers: this.version === null ? {} : { 'If-Match': `"${this.version}"` } });

  #post = <T>(path: string, body?: unknown, query?: Query) => this.#write<T>('POST', path, body, { query });

  #wrote(version: number | null, outcome?: string) {
    this.version = version ?? this.version;
    windows.postMessage({ id: this.id, version, isSeen: outcome === undefined || outcome === 'steps' || outcome === 'undone' } satisfies Written);
  }

  /** The version that there is now, without taking it for known. */
  versionNow = async () => (await this.#get<t.Session>('')).version;

  async session() {
    const session = await this.#get<t.Session>('');
    this.version = session.version;
    return session;
  }

  async remove() {
    const { receipt } = await json<{ receipt: t.Receipt }>('DELETE', this.#path);
    windows.postMessage({ id: this.id, version: null, isSeen: true, isDeleted: true } satisfies Written);
    return receipt;
  }

  samples = () => this.#post<t.Session>('/samples');
  correct = (file: string, corrections: t.Corrections) => this.#write<unknown>('PUT', `/files/${file}`, corrections);
  removeFile = (file: string) => this.#write<unknown>('DELETE', `/files/${file}`);

  upload = (file: File, told: (share: number) => void) => this.#send('POST', `/api/upload/${encodeURIComponent(this.id)}`, file, told);

  roster = () => this.#get<t.Roster>('/roster');
  setRoster = (file: File, told: (share: number) => void) => this.#send('PUT', this.#path + '/roster', file, told);
  removeRoster = () => this.#write<unknown>('DELETE', '/roster');

  /** Sends one file; tells the share sent, from 0 to 1. Fetch cannot tell that, so this is an XMLHttpRequest. */
  #send(method: string, path: string, file: File, told: (share: number) => void): Promise<void> {
    return new Promise((done, failed) => {
      const form = new FormData();
      form.append('file', file, file.name);
      const request = new XMLHttpRequest();
      request.open(method, path);
      for (const [name, value] of Object.entries(page)) request.setRequestHeader(name, value);
      request.setRequestHeader('Idempotency-Key', newKey());
      request.upload.onprogress = (event) => event.lengthComputable && told(event.loaded / event.total);
      request.onload = () => {
        if (request.status >= 300) return failed(Problem.of(request.status, request.responseText));
        this.#wrote(null);
        done();
      };
      request.onerror = () => failed(unreachable());
      request.send(form);
    });
  }

  /** Makes the table, and tells the progress a file. */
  async consolidate(options: { drop_steps?: boolean; policy?: string }, told: (progress: t.Progressed) => void): Promise<t.Summary> {
    const response = await send('POST', `/api/consolidate/${encodeURIComponent(this.id)}`, { query: options, headers: { Accept: 'text/event-stream' } });
    for await (const event of readEvents(response.body!)) {
      if (event.name === 'progress') told(JSON.parse(event.data));
      else if (event.name === 'result') {
        const summary: t.Summary = JSON.parse(event.data).summary;
        this.#wrote(summary.version);
        return summary;
      }
      else if (event.name === 'problem') throw Problem.of(JSON.parse(event.data).status, event.data);
    }
    throw unreachable();
  }

  result = () => this.#get<t.Summary>('/result');
  table = (from: number, count: number, signal?: AbortSignal) => this.#get<t.Rows>('/table', { from, count }, signal);
  participant = (row: number) => this.#get<t.Participant>(`/participants/${row}`);

  suggestions = () => this.#get<t.Suggestions>('/suggestions');
  decide = (emails: [string, string], decision: t.Decision, drop_steps: boolean) => this.#post<unknown>('/suggestions', { emails, decision, drop_steps });
  acceptSuggestions = (band: string | null, drop_steps: boolean) => this.#post<unknown>('/suggestions/accept', { band, drop_steps });
  retakes = (what_if?: t.AttemptPolicy) => this.#get<t.Retakes>('/retakes', { what_if });
  setAttempts = (attempts: t.AttemptPolicy, drop_steps: boolean) => this.#write<unknown>('PUT', '/attempts', { attempts, drop_steps });
  review = () => this.#get<t.Review>('/review');
  see = (keys: string[], seen: boolean) => this.#write<t.Review>('PUT', '/review', { keys, seen });

  plan = (action: string, params: Record<string, unknown>) => this.#decide<t.Preview>('POST', '/plan', { steps: [{ action, params }] });
  preview = () => this.#get<t.Preview>('/plan');
  planRows = (from: number, count: number, signal?: AbortSignal) => this.#get<t.DiffRows>('/plan/rows', { from, count }, signal);
  accept = (plan_id: string) => this.#decide<t.History>('POST', '/plan/accept', undefined, { plan_id });
  discard = () => this.#decide<t.Session>('DELETE', '/plan');
  words = (message: string) => this.#decide<t.Words>('POST', '/words', { message });

  history = () => this.#get<t.History>('/history');
  dependents = async (step: number) => (await this.#get<{ dependents: t.Step[] }>(`/history/${step}/dependents`)).dependents;
  undo = (step: number, with_dependents: boolean) => this.#decide<t.History>('POST', '/history/undo', undefined, { step, with_dependents });
  redo = () => this.#decide<t.History>('POST', '/history/redo');
  recipe = () => this.#get<unknown>('/recipe');
  applyRecipe = (recipe: unknown, partial: boolean) => this.#decide<t.Preview>('POST', '/recipe', { recipe, partial });

  charts = () => this.#get<t.Charts>('/charts');
  distribution = (column: string, bins?: number) => this.#get<t.Distribution>('/charts/distribution', { column, bins });

  /** A file to download, with the name that the host gives it. */
  async export(format: 'xlsx' | 'csv' | 'json', table_only: boolean): Promise<{ name: string; content: Blob }> {
    const response = await send('GET', this.#path + '/export', { query: { format, table_only: table_only || undefined } });
    return { name: nameOf(response.headers.get('Content-Disposition')) ?? `results.${format}`, content: await response.blob() };
  }
}

function nameOf(disposition: string | null): string | null {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  return encoded ? decodeURIComponent(encoded) : (disposition?.match(/filename="?([^";]+)"?/i)?.[1] ?? null);
}
