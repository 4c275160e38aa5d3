import type { CreateTicketAnswer, CreateTicketRequest } from '../contract/ticket';
import { takeInMessage } from '../tickets/intake/take-in-message';
import { atTheDesk, type Operation, type Tools } from './operation';

/**
 * @openapi
 * /v1/tickets:
 *   post:
 *     operationId: CreateTicket
 *     summary: Create a ticket
 *     description: Takes a message in. Leaves out what a machine sent, triages it, finds the ticket it belongs to or opens one with its title, team and due times, and looks the order up when asked to.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/RequiredIdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/CreateTicketRequest'
 *     responses:
 *       '200':
 *         description: What to store in the ticket row, and what may be written to the customer.
 *         schema:
 *           $ref: '#/definitions/CreateTicketAnswer'
 */
export const createTicket = (tools: Tools): Operation<CreateTicketRequest, CreateTicketAnswer> => ({
  operationId: 'CreateTicket',
  async answer(request, { key, signal }) {
    // A key belongs to one customer, whose order the answer may hold; the tickets passed may change between attempts.
    const asker = { customer_email: request.customer_email.trim().toLowerCase() };
    // The document requires the key, so it is there.
    const takeIn = atTheDesk(tools, request, (times) => takeInMessage(request, String(key), times, tools, signal));
    const { answer, replayed } = await tools.once('CreateTicket', key, asker, takeIn, { sameBodyOnly: true });
    return { ...answer, replayed };
  },
});
