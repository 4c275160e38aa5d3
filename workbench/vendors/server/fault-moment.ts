import type { Fault } from '../scenarios/scenario-order';

/** Faults of a vendor that has not begun to work: a write is not done. With all others it is done, then answered badly. */
const BEFORE_THE_EFFECT: readonly Fault['kind'][] = [
  'down',
  'never',
  'html',
  'server_error',
  'rate_limited',
  'unauthorized',
  'saved_error',
];

export const preventsEffect = (fault: Fault | null | undefined): fault is Fault =>
  fault != null && BEFORE_THE_EFFECT.includes(fault.kind);
