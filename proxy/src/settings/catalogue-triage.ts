import { share, sharesByIntent, text } from './kinds';
import { optional } from './setting';

export const triageCatalogue = {
  TRIAGE_POLICY_FILE: optional({
    meaning:
      'The file that says when a person must look at a message, how urgent it is and which team has it; the one that comes with the service when left out.',
    example: '/etc/retail-call-center/triage.json',
    parse: text,
  }),
  REVIEW_THRESHOLD: optional({
    meaning:
      'The confidence, from 0 to 1, below which a person must look at a message, whatever it is about; the thresholds of the triage policy when left out.',
    example: '0.6',
    parse: share,
  }),
  REVIEW_THRESHOLDS: optional({
    meaning: 'The same for single intents, separated by commas; goes before REVIEW_THRESHOLD and the triage policy.',
    example: 'payment_issue=0.7,other=0.5',
    parse: sharesByIntent,
  }),
};
