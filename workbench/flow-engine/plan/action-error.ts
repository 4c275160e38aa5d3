/** An action that cannot do what it is asked to; it fails with the platform's code for that. */
export class ActionError extends Error {
  override name = 'ActionError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Inputs were read, but the action does not take such values (seen in run histories of data operations). */
export function badRequest(message: string): ActionError {
  return new ActionError('BadRequest', message);
}
