/** A refusal the visitor should read. */
export class PageProblem extends Error {
  override name = 'PageProblem';

  /**
   * @param status HTTP status
   * @param code stable name, snake_case
   * @param message what is wrong and what to do
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
