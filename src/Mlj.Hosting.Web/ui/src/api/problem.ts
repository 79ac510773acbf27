/** Why the host refused, or why it could not be reached; the message is for the person at the page. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
    readonly details: string[] = [],
  ) {
    super(message);
  }

  static of(status: number, text: string): Problem {
    try {
      const body = JSON.parse(text);
      const steps = Array.isArray(body.problems) ? body.problems.map((each: { message: string }) => each.message) : [];
      return new Problem(body.detail ?? body.title ?? words(status), status, body.code ?? '', steps.filter((step: string) => !String(body.detail).includes(step)));
    } catch {
      return new Problem(words(status), status, '');
    }
  }

  /** Something else was changed first, from another window or another door. */
  get isOvertaken(): boolean {
    return overtaken.includes(this.code);
  }

  /** The session is not there any more: expired, deleted, or this browser does not hold its key. */
  get isGone(): boolean {
    return this.status === 410 || this.status === 401 || this.code === 'no_session' || this.code === 'session_not_found';
  }
}

const overtaken = ['other_version', 'changed_meanwhile', 'no_pending_plan', 'other_plan', 'stale_plan', 'no_step', 'nothing_to_redo'];

export const unreachable = () => new Problem('The server cannot be reached. Check your connection; nothing is lost. Then try again.', 0, 'unreachable');

const words = (status: number) => (status === 413 ? 'The file is larger than the server takes.' : `The server answers ${status}. Try again in a moment.`);
