import type { Fact } from '../../contract/order-context';
import type { Intent } from '../../contract/vocabulary';
import type { ReplyLanguage } from '../reply-language';

/** One addressable part of a policy file. */
export interface PolicySection {
  /** File id and anchor, for example `returns#refund-time`. */
  id: string;
  language: ReplyLanguage;
  intents: readonly Intent[];
  title: string;
  /** Questions this section answers, as customers ask them. */
  questions: readonly string[];
  /** The text as it goes into a reply: paragraphs separated by an empty line, Markdown marks removed. */
  text: string;
  /** The section as something a reply may state. */
  fact: Fact;
}

/** One policy file in one language. */
export interface PolicyFile {
  id: string;
  language: ReplyLanguage;
  title: string;
  /** Numbers of the front matter that code calculates with, for example `return_window_days`. */
  figures: Readonly<Record<string, number>>;
  sections: readonly PolicySection[];
}

/** A policy file that cannot be used; the message names the file, the line and the remedy. */
export class PolicyFileError extends Error {
  override readonly name = 'PolicyFileError';
  constructor(
    readonly file: string,
    readonly line: number,
    problem: string,
  ) {
    super(`${file}, line ${line}: ${problem}`);
  }
}
