export interface Question { title: string; lines: string[]; yes: string; no: string; isDangerous?: boolean }

/** The one question that waits for an answer. */
class Asking {
  question = $state.raw<Question | null>(null);
  #answer: ((agreed: boolean) => void) | null = null;

  ask(question: Question): Promise<boolean> {
    this.answer(false);
    this.question = question;
    return new Promise((answer) => (this.#answer = answer));
  }

  answer(agreed: boolean) {
    this.question = null;
    this.#answer?.(agreed);
    this.#answer = null;
  }
}

export const asking = new Asking();
