import type { Parcel } from '../../contract/order-context';
import { placeOf, type CarrierFacts } from './carrier-facts';
import { upsDay, upsTime, zonedInstant } from './carrier-time';
import { upsStatus } from './ups-status';

/** The parts of a tracking answer that are read. Source: UPS TrackService API, schema TrackApiResponse. */
export interface UpsTrackAnswer {
  trackResponse?: { shipment?: { package?: UpsPackage[]; warnings?: { code?: string }[] }[] };
}
interface UpsStatus {
  type?: string;
  description?: string;
  simplifiedTextDescription?: string;
}
interface UpsActivity {
  date?: string;
  time?: string;
  gmtDate?: string;
  gmtTime?: string;
  location?: { address?: { city?: string; countryCode?: string; country?: string } };
  status?: UpsStatus;
}
interface UpsPackage {
  trackingNumber?: string;
  currentStatus?: UpsStatus;
  activity?: UpsActivity[];
  deliveryDate?: { type?: string; date?: string }[];
  deliveryInformation?: {
    receivedBy?: string;
    location?: string;
    signature?: { image?: string };
    deliveryPhoto?: { photo?: string; photoCaptureInd?: string };
    pod?: { content?: string };
  };
}

/**
 * Reads a UPS answer.
 * @param trackingNumber the number asked for; UPS may list other packages of the shipment beside it, in any order
 * @returns null when UPS does not know the number, which it says with status 200 and a warning
 */
export function readUpsParcel(answer: UpsTrackAnswer, trackingNumber: string): CarrierFacts | null {
  const shipment = answer.trackResponse?.shipment;
  if (!Array.isArray(shipment)) throw new TypeError('no shipment');
  const packages = shipment.flatMap((row) => row.package ?? []);
  // A number of another kind (of a notice, of a reference) leads to one package under its own number.
  const parcel = packages.length === 1 ? packages[0] : packages.find((one) => one.trackingNumber === trackingNumber);
  if (packages.length === 0) return null;
  if (!parcel) throw new TypeError('the package asked for is not among several');

  const activity = parcel.activity ?? [];
  const current = activity[0]?.status ?? parcel.currentStatus ?? {};
  const said = upsStatus(current.type ?? parcel.currentStatus?.type, wordsOf(current));
  const wentBack = activity.slice(1).some(({ status }) => upsStatus(status?.type, wordsOf(status)) === 'returning');
  const status = said === 'delivered' && wentBack ? 'returned' : said;
  const handed = status === 'delivered' || status === 'returned';
  const days = new Map((parcel.deliveryDate ?? []).map(({ type, date }) => [type, upsDay(date)]));
  const events = activity.map(readEvent);
  return {
    status,
    estimatedDelivery: handed ? null : (days.get('RDD') ?? days.get('SDD') ?? null),
    deliveredAt: handed ? (events[0]?.at ?? null) : null,
    deliveredOn: handed ? (upsDay(activity[0]?.date) ?? days.get('DEL') ?? null) : null,
    deliveredTo: handed ? parcel.deliveryInformation?.receivedBy || parcel.deliveryInformation?.location || null : null,
    proof: handed ? proofOf(parcel) : [],
    exception: troubled(status) ? wordsOf(current) || null : null,
    events,
  };
}

const wordsOf = (status: UpsStatus | undefined) =>
  status?.description?.trim() || status?.simplifiedTextDescription || '';

const troubled = (status: string) => ['exception', 'delayed', 'delivery_attempted', 'returning'].includes(status);

function readEvent(activity: UpsActivity): Parcel['events'][number] {
  const address = activity.location?.address;
  const [day, time] = [upsDay(activity.date), upsTime(activity.time)];
  const [gmtDay, gmtTime] = [upsDay(activity.gmtDate), upsTime(activity.gmtTime)];
  return {
    // `date` and `time` are local without a zone; only the gmt pair is an instant.
    at: gmtDay && gmtTime ? zonedInstant(`${gmtDay}T${gmtTime}Z`) : null,
    local_time: day ? (time ? `${day} ${time}` : day) : null,
    description: wordsOf(activity.status) || 'No description',
    place: placeOf(address?.city, address?.countryCode ?? address?.country),
  };
}

function proofOf({ deliveryInformation: info }: UpsPackage): string[] {
  const photo = info?.deliveryPhoto;
  return [
    info?.receivedBy && `Received by ${info.receivedBy}`,
    info?.location && `Left at: ${info.location}`,
    (info?.signature?.image || info?.pod?.content) && 'Signature on file',
    (photo?.photo || photo?.photoCaptureInd === 'Y') && 'Photo of the delivery on file',
  ].filter((text): text is string => Boolean(text));
}
