import { fieldsOf, instantIn, parseJson, textIn } from '../../shared/json';

/** One thing the suggested reply states, with where it comes from. */
export interface DraftFact {
  readonly label: string;
  readonly value: string;
  readonly source?: string;
  /** When it was true at its source. */
  readonly asOf?: Date;
}

/** What a suggested reply rests on; parts that cannot be read are counted, never passed over in silence. */
export interface DraftFacts {
  readonly facts: readonly DraftFact[];
  readonly unreadable: number;
}

/** @param json the ticket's draft facts as they are stored: a list of facts */
export function readDraftFacts(json: string): DraftFacts {
  const parsed = parseJson(json);
  if (!Array.isArray(parsed)) return { facts: [], unreadable: 1 };
  const facts = parsed.map((one): DraftFact | undefined => {
    const fields = fieldsOf(one);
    const value = textIn(fields, 'value');
    const label = textIn(fields, 'label') ?? textIn(fields, 'id');
    if (value === undefined || label === undefined) return undefined;
    return { label, value, source: textIn(fields, 'source'), asOf: instantIn(fields, 'as_of') };
  });
  const readable = facts.filter((one): one is DraftFact => one !== undefined);
  return { facts: readable, unreadable: facts.length - readable.length };
}
