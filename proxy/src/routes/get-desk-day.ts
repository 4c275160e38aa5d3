import type { GetDeskDayAnswer, GetDeskDayRequest } from '../contract/statistics';
import { deskDay } from '../metrics/desk-day';
import { atTheDesk, type Operation, type Tools } from './operation';

/**
 * @openapi
 * /v1/desk/days:
 *   post:
 *     operationId: GetDeskDay
 *     summary: Get the day at the desk
 *     description: Tells which day it is where the desk is, when it began and which day was over with that.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/IdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/GetDeskDayRequest'
 *     responses:
 *       '200':
 *         description: The day.
 *         schema:
 *           $ref: '#/definitions/GetDeskDayAnswer'
 */
export const getDeskDay = (tools: Tools): Operation<GetDeskDayRequest, GetDeskDayAnswer> => ({
  operationId: 'GetDeskDay',
  async answer(request, { key }) {
    const work = atTheDesk(tools, request, ({ timeZone }) => ({
      answer: deskDay(request.at ?? tools.now().toISOString(), timeZone),
      events: [],
    }));
    const { answer, replayed } = await tools.once('GetDeskDay', key, request, work);
    return { ...answer, replayed };
  },
});
