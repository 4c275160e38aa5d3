import { resolve } from 'node:path';
import { shippedTriagePolicyFile, type ThresholdOverrides } from '../triage/review/triage-policy';
import type { SettingValues } from './catalogue';

/** Where the triage policy is, and the thresholds that go before it. */
export const triagePolicySettings = (
  values: SettingValues,
): { triagePolicyFile: string; reviewThresholds: ThresholdOverrides } => ({
  triagePolicyFile:
    values.TRIAGE_POLICY_FILE === undefined ? shippedTriagePolicyFile() : resolve(values.TRIAGE_POLICY_FILE),
  reviewThresholds: { all: values.REVIEW_THRESHOLD, byIntent: values.REVIEW_THRESHOLDS },
});
