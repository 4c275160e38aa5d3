import type { GetTicketStatisticsAnswer, GetTicketStatisticsRequest } from '../contract/statistics';
import { ticketStatistics } from '../metrics/ticket-statistics';
import { atTheDesk, type Operation, type Tools } from './operation';

/**
 * @openapi
 * /v1/statistics/tickets:
 *   post:
 *     operationId: GetTicketStatistics
 *     summary: Get ticket statistics
 *     description: Tells what happened on a day, compared with the day before, with late tickets, doubtful readings and a report ready to be mailed.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/IdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/GetTicketStatisticsRequest'
 *     responses:
 *       '200':
 *         description: What happened on a day.
 *         schema:
 *           $ref: '#/definitions/GetTicketStatisticsAnswer'
 */
export const getTicketStatistics = (
  tools: Tools,
): Operation<GetTicketStatisticsRequest, GetTicketStatisticsAnswer> => ({
  operationId: 'GetTicketStatistics',
  async answer(request, { key }) {
    const work = atTheDesk(tools, request, (times) => ticketStatistics(request, tools.store, times, tools.now()));
    const { answer, replayed } = await tools.once('GetTicketStatistics', key, request, work);
    return { ...answer, replayed };
  },
});
