import type { AssignTicketAnswer, AssignTicketRequest } from '../contract/assignment';
import { assignment } from '../tickets/assignment/assign-ticket';
import { atTheDesk, type Operation, type Tools } from './operation';

/**
 * @openapi
 * /v1/tickets/assignments:
 *   post:
 *     operationId: AssignTicket
 *     summary: Assign a ticket
 *     description: Records that an agent got a ticket, or that nobody has it any more, and gives the mail and the calendar reminder for the agent.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/RequiredIdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/AssignTicketRequest'
 *     responses:
 *       '200':
 *         description: What to write to the ticket and to the agent.
 *         schema:
 *           $ref: '#/definitions/AssignTicketAnswer'
 */
export const assignTicket = (tools: Tools): Operation<AssignTicketRequest, AssignTicketAnswer> => ({
  operationId: 'AssignTicket',
  async answer(request, { key }) {
    const work = atTheDesk(tools, request, (times) => assignment(request, times, tools.now()));
    const { answer, replayed } = await tools.once('AssignTicket', key, request, work);
    return { ...answer, replayed };
  },
});
