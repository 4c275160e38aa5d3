import type { Measure } from './measure';
import { injection } from './measures/injection';
import { intent } from './measures/intent';
import { priority } from './measures/priority';
import { sentiment } from './measures/sentiment';

/** Everything that is measured, in the order of the report. */
export const MEASURES: readonly Measure[] = [intent, sentiment, priority, injection];
