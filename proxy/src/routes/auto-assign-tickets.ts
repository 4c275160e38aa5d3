import type { AutoAssignTicketsAnswer, AutoAssignTicketsRequest } from '../contract/assignment';
import { autoAssignment } from '../tickets/assignment/auto-assign-tickets';
import { atTheDesk, type Operation, type Tools } from './operation';

/**
 * @openapi
 * /v1/tickets/auto-assignments:
 *   post:
 *     operationId: AutoAssignTickets
 *     summary: Assign tickets automatically
 *     description: Decides who gets which unassigned ticket, by team, skill, language, tone, capacity and open work; nobody off shift gets one.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/RequiredIdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/AutoAssignTicketsRequest'
 *     responses:
 *       '200':
 *         description: Who gets which ticket.
 *         schema:
 *           $ref: '#/definitions/AutoAssignTicketsAnswer'
 */
export const autoAssignTickets = (tools: Tools): Operation<AutoAssignTicketsRequest, AutoAssignTicketsAnswer> => ({
  operationId: 'AutoAssignTickets',
  async answer(request, { key }) {
    const work = atTheDesk(tools, request, (times) => autoAssignment(request, times, tools.now()));
    const { answer, replayed } = await tools.once('AutoAssignTickets', key, request, work);
    return { ...answer, replayed };
  },
});
