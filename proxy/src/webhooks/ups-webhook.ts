import { createHash } from 'node:crypto';
import { type Static, Type } from '@sinclair/typebox';
import { upsDay, upsTime, zonedInstant } from '../commerce/carriers/carrier-time';
import { upsStatus } from '../commerce/carriers/ups-status';
import { readTrackingNumber } from '../commerce/context/order-number';
import { optional, text } from '../contract/schema';
import type { ParcelStatus } from '../contract/vocabulary';
import { RccError } from '../errors/rcc-error';
import { bodyCheck } from './body-check';
import type { WebhookReader } from './delivery';
import { proveUps } from './ups-proof';

const word = (meaning: string) => optional(text('Word', meaning, { maxLength: 255 }));

/** A tracking event, cut to what is read; fields without a value come empty. Source: UPS Track Alert API v2. */
const TrackingEvent = Type.Object({
  trackingNumber: text('Tracking Number', 'The number of the parcel.', { minLength: 6, maxLength: 40 }),
  activityStatus: Type.Object({
    type: word('The kind of activity.'),
    code: word('The code of the activity.'),
    description: word('The activity in words.'),
  }),
  localActivityDate: word('The local day.'),
  localActivityTime: word('The local time.'),
  gmtActivityDate: word('The day in UTC.'),
  gmtActivityTime: word('The time in UTC.'),
  gmtOffset: word('The zone of the local time.'),
  scheduledDeliveryDate: word('The day it is expected.'),
  actualDeliveryDate: word('The day it was delivered.'),
});
type TrackingEvent = Static<typeof TrackingEvent>;

const check = bodyCheck(TrackingEvent);
const NO_NUMBER = 'body/trackingNumber is no parcel number. Give its 6 to 40 letters and digits.';

/** A day of the calendar, or null. */
function calendarDay(day: string | undefined): string | null {
  const written = upsDay(day);
  return written !== null && !Number.isNaN(Date.parse(written)) ? written : null;
}

/** The instant of an activity, or null: a local time proves one only with its offset, written `-04.00`. */
function activityTime(alert: TrackingEvent): string | null {
  const [day, time] = [upsDay(alert.gmtActivityDate), upsTime(alert.gmtActivityTime)];
  if (day && time) return zonedInstant(`${day}T${time}Z`);
  const [localDay, localTime] = [upsDay(alert.localActivityDate), upsTime(alert.localActivityTime)];
  return localDay && localTime ? zonedInstant(`${localDay}T${localTime}${alert.gmtOffset?.replace('.', ':')}`) : null;
}

/** Of Track Alert, type D is everything of the last mile, from the loading of the van on. */
function alertStatus({ activityStatus: { type, code, description = '' }, actualDeliveryDate }: TrackingEvent) {
  if (code === 'OT' || /out for delivery|loaded on delivery vehicle/i.test(description)) return 'out_for_delivery';
  const delivered = Boolean(actualDeliveryDate) || code === 'FS' || /delivered/i.test(description);
  return type === 'D' && !delivered ? 'unknown' : upsStatus(type, description);
}

/** The last that happens to a parcel; tells activities of the same second apart. */
const ENDS: ReadonlySet<ParcelStatus> = new Set(['delivered', 'returned', 'cancelled']);

/** Reads what UPS tells of parcels. It numbers nothing, so an activity is known by parcel, time and code. */
export const upsWebhook = (settings: { secrets: readonly string[] }): WebhookReader => ({
  prove: (delivery) => proveUps(delivery, settings),
  read: (_delivery, body) => {
    const alert = check(body);
    const number = readTrackingNumber(alert.trackingNumber);
    if (number === null) throw new RccError('RCC_INVALID_REQUEST', NO_NUMBER, 'body/trackingNumber');
    const { type = '', code = '' } = alert.activityStatus;
    const { localActivityDate, localActivityTime, gmtActivityDate, gmtActivityTime } = alert;
    const times = [gmtActivityDate, gmtActivityTime, localActivityDate, localActivityTime].map((time) => time ?? '');
    const parts = [number, ...times, type, code, alert.scheduledDeliveryDate ?? ''];
    const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
    const status = alertStatus(alert);
    const payload = {
      vendor: 'ups' as const,
      change: 'TrackingEvent',
      delivery_id: key,
      changed_at: activityTime(alert),
      version: ENDS.has(status) ? 2 : status === 'unknown' ? 0 : 1,
      order_id: null,
      shop_id: null,
      shipment_id: null,
      tracking_number: number,
      carrier: 'UPS',
      status,
      vendor_status: [type, code].filter(Boolean).join(' ') || null,
      estimated_delivery: calendarDay(alert.scheduledDeliveryDate),
    };
    return { key, topic: 'TrackingEvent', facts: [{ type: 'parcel.changed', payload }] };
  },
});
