import type { AnswerCode } from './catalogue';

/** A failure the caller is told about, with a code of the catalogue. Its message never holds personal data. */
export class RccError extends Error {
  override name = 'RccError';

  /**
   * @param message what went wrong and what helps
   * @param target the field it is about, for example `body/channel`
   */
  constructor(
    readonly code: AnswerCode,
    message: string,
    readonly target?: string,
    options?: { cause?: unknown; headers?: Record<string, string> },
  ) {
    super(message, { cause: options?.cause });
    this.headers = options?.headers ?? {};
  }

  /** Further headers of the answer, for example `Allow`. */
  readonly headers: Record<string, string>;
}
