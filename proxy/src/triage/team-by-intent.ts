import type { Intent, Team } from '../contract/vocabulary';
import { shippedTriagePolicy } from './review/triage-policy';

/**
 * The team of each intent where nothing names one, as the policy that comes with the service has it; a message that was
 * read has its team from the policy in force.
 */
export const TEAM_BY_INTENT: Readonly<Record<Intent, Team>> = shippedTriagePolicy().teams;
