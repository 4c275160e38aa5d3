import type { RunRecord } from '../../workbench/flow-engine/types';

/** Values of a ticket's `statuscode`. */
export const TICKET_STATUS = {
  new: 1,
  closed: 2,
  answered: 727000001,
  unassigned: 727000002,
  assigned: 727000003,
  inProgress: 727000004,
  waiting: 727000005,
  escalated: 727000006,
  resolved: 727000007,
} as const;

/** Values of a message's `rcc_status`. */
export const MESSAGE_STATUS = {
  received: 727000000,
  queued: 727000001,
  sent: 727000002,
  failed: 727000003,
  unknown: 727000004,
} as const;

/** Values of the `rcc_channel` of tickets and messages. */
export const CHANNEL = { email: 727000000, chat: 727000001, app: 727000002 } as const;

/** Values of a message's `rcc_direction`. */
export const DIRECTION = { inbound: 727000000, outbound: 727000001 } as const;

/** The runs of one flow among those that ended. @param flow display name */
export const runsOf = (flow: string, runs: readonly RunRecord[]): RunRecord[] =>
  runs.filter(({ flowName }) => flowName === flow);
