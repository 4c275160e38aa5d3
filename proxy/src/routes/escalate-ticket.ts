import type { EscalateTicketAnswer, EscalateTicketRequest } from '../contract/resolution';
import { escalation } from '../tickets/escalation/escalate-ticket';
import { atTheDesk, type Operation, type Tools } from './operation';

/**
 * @openapi
 * /v1/tickets/escalations:
 *   post:
 *     operationId: EscalateTicket
 *     summary: Escalate a ticket
 *     description: Decides whether a late ticket needs a reminder or a supervisor, and gives the mails and the note; never twice for the same delay.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/RequiredIdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/EscalateTicketRequest'
 *     responses:
 *       '200':
 *         description: What is to be done about the delay.
 *         schema:
 *           $ref: '#/definitions/EscalateTicketAnswer'
 */
export const escalateTicket = (tools: Tools): Operation<EscalateTicketRequest, EscalateTicketAnswer> => ({
  operationId: 'EscalateTicket',
  async answer(request, { key }) {
    const work = atTheDesk(tools, request, async (times) => {
      const { answer, events } = escalation(request, times, tools.now());
      // Who asks again before the delay was dealt with gets a decision of the moment; the delay is recorded once.
      const delay = `${request.ticket.ticket_id}:${answer.delay_key}:${answer.action}`;
      if (answer.action !== 'none') await tools.once('Delay', delay, {}, () => ({ answer: {}, events }));
      return { answer, events: [] };
    });
    const { answer, replayed } = await tools.once('EscalateTicket', key, request, work);
    return { ...answer, replayed };
  },
});
