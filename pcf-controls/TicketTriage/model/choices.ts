import { readPairs, writePairs } from '../../shared/pairs';
import {
  AUTHORS,
  CHANNELS,
  DELIVERIES,
  DIRECTIONS,
  INTENTS,
  PRIORITIES,
  RESOLUTION_KINDS,
  SENTIMENTS,
  STATUSES,
  TEAMS,
} from './vocabulary';

/** A choice column: our words for the numbers a table stores. */
export interface Choice<W extends string> {
  /** The words in their order; those the table has no number for are left out. */
  readonly words: readonly W[];
  /** @returns nothing for a number that has no word */
  word(value: number | undefined): W | undefined;
  /** @returns nothing for a word the table has no number for */
  value(word: W): number | undefined;
}

/** The first value of our own choices; the others follow. */
const FIRST = 727000000;

const counted = (words: readonly string[]): string =>
  writePairs(Object.fromEntries(words.map((word, index) => [word, FIRST + index])));

/** The numbers of our own tables, as the properties of the manifest write them. */
export const CHOICE_DEFAULTS = {
  // A status reason: the first and the last were there before us.
  statusValues: writePairs(
    Object.fromEntries(
      STATUSES.map((word, index) => [word, word === 'new' ? 1 : word === 'closed' ? 2 : FIRST + index]),
    ),
  ),
  intentValues: counted(INTENTS),
  priorityValues: counted(PRIORITIES),
  sentimentValues: counted(SENTIMENTS),
  channelValues: counted(CHANNELS),
  teamValues: counted(TEAMS),
  resolutionKindValues: counted(RESOLUTION_KINDS),
  messageDirectionValues: counted(DIRECTIONS),
  messageAuthorValues: counted(AUTHORS),
  messageStatusValues: counted(DELIVERIES),
} as const;

/**
 * Reads `new=1; answered=727000001`.
 * @throws Error that names the property and what is wrong in it
 */
export function readChoice<W extends string>(property: string, text: string, words: readonly W[]): Choice<W> {
  const values = new Map<W, number>();
  for (const [word, value] of readPairs(property, text, words)) {
    if (!/^-?\d+$/.test(value)) throw new Error(`${property}: "${value}" of ${word} is not a whole number.`);
    values.set(word, Number(value));
  }
  const byValue = new Map([...values].map(([word, value]) => [value, word]));
  return {
    words: words.filter((word) => values.has(word)),
    word: (value) => (value === undefined ? undefined : byValue.get(value)),
    value: (word) => values.get(word),
  };
}

/**
 * The choices of a control.
 * @param read the text of a property
 * @throws Error for a property that cannot be read
 */
export function readChoices(read: (property: keyof typeof CHOICE_DEFAULTS) => string) {
  const choice = <W extends string>(property: keyof typeof CHOICE_DEFAULTS, words: readonly W[]) =>
    readChoice(property, read(property), words);
  return {
    status: choice('statusValues', STATUSES),
    intent: choice('intentValues', INTENTS),
    priority: choice('priorityValues', PRIORITIES),
    sentiment: choice('sentimentValues', SENTIMENTS),
    channel: choice('channelValues', CHANNELS),
    team: choice('teamValues', TEAMS),
    resolutionKind: choice('resolutionKindValues', RESOLUTION_KINDS),
    direction: choice('messageDirectionValues', DIRECTIONS),
    author: choice('messageAuthorValues', AUTHORS),
    delivery: choice('messageStatusValues', DELIVERIES),
  };
}
export type Choices = ReturnType<typeof readChoices>;
