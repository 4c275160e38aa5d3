import type { AutoAssignTicketsAnswer, AutoAssignTicketsRequest } from '../contract/assignment';
import { statedInstant } from '../stated-instant';
import { autoAssignment } from '../tickets/assignment/auto-assign-tickets';
import { namedProblems } from '../tickets/assignment/named-problems';
import { usableTimes } from '../tickets/desk/usable-times';
import type { Operation, Tools } from './operation';

/**
 * @openapi
 * /v1/tickets/auto-assignments:
 *   post:
 *     operationId: AutoAssignTickets
 *     summary: Assign tickets automatically
 *     description: Decides who gets which unassigned ticket, by team, skill, language, tone, capacity and open work; nobody off shift gets one. Rows that cannot be used are passed over and named.
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
export const autoAssignTickets = ({
  desk,
  store,
  once,
  now,
}: Tools): Operation<AutoAssignTicketsRequest, AutoAssignTicketsAnswer> => ({
  operationId: 'AutoAssignTickets',
  async answer(request, { key }) {
    const { answer, replayed } = await once('AutoAssignTickets', key, request, async () => {
      const { times, events, problem } = await usableTimes(desk, request);
      const named = await namedProblems(store, statedInstant(request.at, now()));
      const effect = autoAssignment(request, times, now(), problem, named);
      return { ...effect, events: [...events, ...effect.events] };
    });
    return { ...answer, replayed };
  },
});
