import type { ResolveTicketAnswer, ResolveTicketRequest } from '../contract/resolution';
import { resolution } from '../tickets/resolution/resolve-ticket';
import { atTheDesk, type Operation, type Tools } from './operation';

/**
 * @openapi
 * /v1/tickets/resolutions:
 *   post:
 *     operationId: ResolveTicket
 *     summary: Resolve a ticket
 *     description: Records that a ticket was resolved, and gives the mail for the customer with a signed link to the feedback page.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/RequiredIdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/ResolveTicketRequest'
 *     responses:
 *       '200':
 *         description: What to tell the customer.
 *         schema:
 *           $ref: '#/definitions/ResolveTicketAnswer'
 */
export const resolveTicket = (tools: Tools): Operation<ResolveTicketRequest, ResolveTicketAnswer> => ({
  operationId: 'ResolveTicket',
  async answer(request, { key }) {
    const work = atTheDesk(tools, request, (times) => resolution(request, times, tools.services.surveys, tools.now()));
    const { answer, replayed } = await tools.once('ResolveTicket', key, request, work);
    return { ...answer, replayed };
  },
});
