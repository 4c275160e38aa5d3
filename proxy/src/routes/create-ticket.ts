import type { CreateTicketAnswer, CreateTicketRequest } from '../contract/ticket';
import { openTicket } from '../tickets/open-ticket';
import type { Operation, Tools } from './operation';

/**
 * @openapi
 * /v1/tickets:
 *   post:
 *     operationId: CreateTicket
 *     summary: Create a ticket
 *     description: Gives a new ticket its id, title, team and due times; triages the message itself when no intent is given.
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
 *         description: What to store in the ticket row.
 *         schema:
 *           $ref: '#/definitions/CreateTicketAnswer'
 */
export const createTicket = ({ services, once, now }: Tools): Operation<CreateTicketRequest, CreateTicketAnswer> => ({
  operationId: 'CreateTicket',
  async answer(request, { key, signal }) {
    const { answer, replayed } = await once('CreateTicket', key, request, () =>
      // The document requires the key, so it is there.
      openTicket(request, String(key), services.triage, now(), signal),
    );
    return { ...answer, replayed };
  },
});
