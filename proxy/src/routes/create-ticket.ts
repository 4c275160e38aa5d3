import type { CreateTicketAnswer, CreateTicketRequest } from '../contract/ticket';
import { takeInMessage } from '../tickets/intake/take-in-message';
import { onceAtTheDesk, type Operation, type Tools } from './operation';

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
    const { answer, replayed } = await onceAtTheDesk(tools)('CreateTicket', key, request, (times) =>
      // The document requires the key, so it is there.
      takeInMessage(request, String(key), times, tools, signal),
    );
    return { ...answer, replayed };
  },
});
