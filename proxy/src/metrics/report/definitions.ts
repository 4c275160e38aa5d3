/** What the words of the report mean; shown at its foot. */
export const DEFINITIONS: readonly (readonly [word: string, meaning: string])[] = [
  ['Day', 'from midnight to midnight where the desk is; each thing counts on the day it happened.'],
  ['Messages', 'messages of customers by e-mail, chat and app; automatic mail is left out.'],
  ['Answered automatically', 'messages that got an answer without a person; an acknowledgement is no answer.'],
  ['Handed over', 'messages that came to a person.'],
  [
    'First answer',
    'from the first message of a ticket to its first answer, by a person or automatically, around the clock. Tickets without an answer yet are not in it.',
  ],
  ['In time', 'first answers by their due time, as a share of those that had one.'],
  ['Resolved', 'resolutions, those assumed after a long silence of the customer among them.'],
  ['Doubtful readings', 'messages the model was not sure about; a person has seen them.'],
  ['Rating', 'from 1 to 5, one for each ticket and day, the last one given.'],
  [
    'Late',
    'open tickets past the due time of their first answer or their resolution. Minutes are counted by the desk’s hours; the clock stands while the customer’s answer is awaited.',
  ],
];
