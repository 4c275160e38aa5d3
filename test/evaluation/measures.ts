import type { Measure } from './measure';
import { entities } from './measures/entities';
import { injection } from './measures/injection';
import { intent } from './measures/intent';
import { priority } from './measures/priority';
import { redaction } from './measures/redaction';
import { replies } from './measures/replies';
import { sentiment } from './measures/sentiment';

/** Everything that is measured, in the order of the report. */
export const MEASURES: readonly Measure[] = [intent, sentiment, priority, entities, injection, redaction, replies];
