import type { GetDailyMetricsAnswer, GetDailyMetricsRequest } from '../contract/statistics';
import { dailyMetrics } from '../metrics/daily-metrics';
import { atTheDesk, type Operation, type Tools } from './operation';

/**
 * @openapi
 * /v1/metrics/daily:
 *   post:
 *     operationId: GetDailyMetrics
 *     summary: Get daily metrics
 *     description: Counts a day in the grain of the daily metric table, by intent, agent, hour and day.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/IdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/GetDailyMetricsRequest'
 *     responses:
 *       '200':
 *         description: The rows of the daily metric table.
 *         schema:
 *           $ref: '#/definitions/GetDailyMetricsAnswer'
 */
export const getDailyMetrics = (tools: Tools): Operation<GetDailyMetricsRequest, GetDailyMetricsAnswer> => ({
  operationId: 'GetDailyMetrics',
  async answer(request, { key }) {
    const work = atTheDesk(tools, request, async (times) => ({
      answer: await dailyMetrics(request, tools.store, times, tools.now()),
      events: [],
    }));
    const { answer, replayed } = await tools.once('GetDailyMetrics', key, request, work);
    return { ...answer, replayed };
  },
});
