/** Where the command writes. */
export interface CommandOutput {
  /** The result. */
  out: (text: string) => void;
  /** Problems and notes that are no part of the result. */
  note: (text: string) => void;
}
