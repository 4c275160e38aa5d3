/**
 * An expression that cannot be read or evaluated. The platform reports both as an action failed with code
 * `InvalidTemplate`; the run does the same.
 */
export class ExpressionError extends Error {
  override name = 'ExpressionError';

  constructor(
    message: string,
    /** Zero-based offset in the expression's text, when the text itself is at fault. */
    readonly position?: number,
  ) {
    super(message);
  }
}
