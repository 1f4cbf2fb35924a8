import type { WorkDoneProgressReporter } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** Work on fewer files than this is done before anybody looks. */
const worthShowing = 20;

/** Shows how far the check of many files has come, to a client that shows such things. */
export class CheckProgress {
  readonly #session: Session;
  #total = 0;
  #reporter: Promise<WorkDoneProgressReporter> | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** `left`: how many files are still to be checked. */
  report(left: number): void {
    if (left === 0) this.end();
    if (left === 0 || !this.#session.client.showsProgress || (left < worthShowing && !this.#reporter)) return;
    this.#total = Math.max(this.#total, left);
    const done = Math.round((100 * (this.#total - left)) / this.#total);
    this.#reporter ??= this.#begin();
    this.#with((reporter) => reporter.report(done, `${this.#total - left} of ${this.#total} files`));
  }

  end(): void {
    this.#with((reporter) => reporter.done());
    this.#reporter = undefined;
    this.#total = 0;
  }

  async #begin(): Promise<WorkDoneProgressReporter> {
    const reporter = await this.#session.connection.window.createWorkDoneProgress();
    reporter.begin("itorg: checking the workspace", 0);
    return reporter;
  }

  #with(use: (reporter: WorkDoneProgressReporter) => void): void {
    this.#reporter?.then(use).catch((error) => this.#session.log("The progress could not be shown", error));
  }
}
