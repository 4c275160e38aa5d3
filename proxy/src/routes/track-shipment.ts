import type { TrackShipmentAnswer, TrackShipmentRequest } from '../contract/order-context';
import { newEvent } from '../events/event';
import { stopWatch } from '../stop-watch';
import type { Operation, Tools } from './operation';

/**
 * @openapi
 * /v1/shipments/track:
 *   post:
 *     operationId: TrackShipment
 *     summary: Track a shipment
 *     description: Shows where one parcel is, when it belongs to an order of the customer who asks.
 *     x-ms-visibility: important
 *     parameters:
 *       - $ref: '#/parameters/IdempotencyKey'
 *       - name: body
 *         in: body
 *         required: true
 *         schema:
 *           $ref: '#/definitions/TrackShipmentRequest'
 *     responses:
 *       '200':
 *         description: The parcel, or why it is not shown.
 *         schema:
 *           $ref: '#/definitions/TrackShipmentAnswer'
 */
export const trackShipment = ({
  services,
  once,
  now,
}: Tools): Operation<TrackShipmentRequest, TrackShipmentAnswer> => ({
  operationId: 'TrackShipment',
  async answer(request, { key, signal }) {
    const look = async () => {
      const elapsed = stopWatch();
      const tracked = await services.commerce.trackShipment(request, signal);
      const { parcel, ...rest } = tracked;
      const payload = {
        operation: 'TrackShipment',
        requester_email: request.requester_email,
        tracking_number: request.tracking_number,
        ...rest,
        order_id: null,
        parcels: parcel ? [parcel] : [],
        payments: [],
        findings: [],
        duration_ms: elapsed(),
      };
      return { answer: tracked, events: [newEvent('context.looked_up', payload, now())] };
    };
    const { answer } = await once('TrackShipment', key, request, look, { sameBodyOnly: true });
    return answer;
  },
});
