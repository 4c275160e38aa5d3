import { answerChat } from './answer-chat';
import { createTicket } from './create-ticket';
import { draftReply } from './draft-reply';
import { getCharge } from './get-charge';
import { getOrderContext } from './get-order-context';
import type { AnyOperation, Tools } from './operation';
import { recordInteraction } from './record-interaction';
import { reportFlowError } from './report-flow-error';
import { trackShipment } from './track-shipment';
import { triageMessage } from './triage-message';

/** Every operation of the connector, ready to answer. */
export const allOperations = (tools: Tools): AnyOperation[] =>
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
  ].map((operation) => operation(tools) as AnyOperation);
