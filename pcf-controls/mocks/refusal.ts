/** How the platform refuses a call: with an object, which is no `Error`. */
export interface Refusal {
  readonly message: string;
  readonly errorCode: number;
}

export const refusal = (message: string, errorCode: number): Refusal => ({ message, errorCode });

export const isRefusal = (problem: unknown): problem is Refusal =>
  typeof problem === 'object' && problem !== null && !(problem instanceof Error) && 'errorCode' in problem;
