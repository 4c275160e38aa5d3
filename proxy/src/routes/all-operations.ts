import { answerChat } from './answer-chat';
import { cancelOrder } from './cancel-order';
import { createTicket } from './create-ticket';
import { draftReply } from './draft-reply';
import { getCharge } from './get-charge';
import { getOrderContext } from './get-order-context';
import { assignTicket } from './assign-ticket';
import { autoAssignTickets } from './auto-assign-tickets';
import { resolveTicket } from './resolve-ticket';
import { escalateTicket } from './escalate-ticket';
import { recordFeedback } from './record-feedback';
import { recordCorrection } from './record-correction';
import { getTicketStatistics } from './get-ticket-statistics';
import { getDailyMetrics } from './get-daily-metrics';
import { getDeskDay } from './get-desk-day';
import { getMoneyAction } from './get-money-action';
import type { AnyOperation, MoneyTools } from './operation';
import { recordInteraction } from './record-interaction';
import { refundOrder } from './refund-order';
import { reportFlowError } from './report-flow-error';
import { trackShipment } from './track-shipment';
import { triageMessage } from './triage-message';

/** Every operation of the connector, ready to answer. */
export const allOperations = (tools: MoneyTools): AnyOperation[] =>
  [
    triageMessage,
    getOrderContext,
    trackShipment,
    getCharge,
    draftReply,
    recordInteraction,
    answerChat,
    createTicket,
    reportFlowError,
    assignTicket,
    autoAssignTickets,
    resolveTicket,
    escalateTicket,
    recordFeedback,
    recordCorrection,
    getTicketStatistics,
    getDailyMetrics,
    getDeskDay,
    refundOrder,
    cancelOrder,
    getMoneyAction,
  ].map((operation) => operation(tools) as AnyOperation);
