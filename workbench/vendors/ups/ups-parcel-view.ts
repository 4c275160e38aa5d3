import { countryOf } from '../scenarios/places';
import { dayFrom, instantOf, LOCAL_OFFSET, localText } from '../scenarios/scenario-clock';
import type { ScanPlan, ScenarioShipment } from '../scenarios/scenario-order';
import { upsStatusOf } from './ups-codes';

/** A 1x1 image, standing in for a signature. */
const SIGNATURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

/** A shipment in the form of UPS's tracking answer (schema TrackApiResponse): its packages, the one asked for last. */
export function upsParcelView(shipment: ScenarioShipment, now: Date, withSignature: boolean): object {
  const companions = shipment.companions ?? [];
  const packageCount = 1 + companions.length + (shipment.unlisted ?? 0);
  const packages = [
    ...companions.map((companion) => ({ ...shipment, delivery: undefined, ...companion })),
    shipment,
  ].map((parcel) => ({ ...packageView(parcel, now, withSignature), packageCount }));
  return { trackResponse: { shipment: [{ inquiryNumber: shipment.trackingNumber, package: packages }] } };
}

function packageView(shipment: ScenarioShipment, now: Date, withSignature: boolean): object {
  const scans = [...shipment.scans].reverse();
  const { delivery, expectedInDays, trackingNumber } = shipment;
  const delivered = scans[0]!.kind === 'delivered';
  return {
    trackingNumber,
    deliveryDate: deliveryDates(shipment, now),
    deliveryTime: deliveryTime(shipment, now),
    activity: scans.map((scan) => activityView(scan, shipment, now)),
    currentStatus: statusView(scans[0]!),
    ...(delivered && delivery
      ? {
          deliveryInformation: {
            receivedBy: delivery.receivedBy,
            location: 'Front Door',
            ...(delivery.signature && withSignature ? { signature: { image: SIGNATURE } } : {}),
            deliveryPhoto: { photoCaptureInd: delivery.photo ? 'Y' : 'N' },
          },
        }
      : {}),
    ...(expectedInDays === null ? {} : { service: { code: '518', description: 'UPS Ground' } }),
  };
}

function deliveryDates({ scans, expectedInDays, rescheduledInDays }: ScenarioShipment, now: Date): object[] {
  const last = scans.at(-1)!;
  if (last.kind === 'delivered' && expectedInDays !== null)
    return [{ type: 'DEL', date: compact(localText(instantOf(now, last.daysAgo, last.time)).slice(0, 10)) }];
  const date = (days: number) => compact(dayFrom(now, days));
  return [
    ...(expectedInDays === null ? [] : [{ type: 'SDD', date: date(expectedInDays) }]),
    ...(rescheduledInDays === undefined ? [] : [{ type: 'RDD', date: date(rescheduledInDays) }]),
  ];
}

const WINDOWS = { estimated: 'EDW', confirmed: 'CDW', imminent: 'IDW', committed: 'CMT' } as const;

function deliveryTime({ scans, window }: ScenarioShipment, now: Date): object {
  const last = scans.at(-1)!;
  if (last.kind === 'delivered')
    return { type: 'DEL', endTime: compact(localText(instantOf(now, last.daysAgo, last.time)).slice(11)) };
  if (!window) return { type: 'EOD' };
  const endTime = compact(`${window.to}:00`);
  if (window.kind === 'committed') return { type: 'CMT', endTime };
  return { type: WINDOWS[window.kind], startTime: compact(`${window.from}:00`), endTime };
}

function activityView(scan: ScanPlan, { bareTimes }: ScenarioShipment, now: Date): object {
  const instant = instantOf(now, scan.daysAgo, scan.time);
  const local = localText(instant);
  const gmt = instant.toISOString();
  const time = compact(local.slice(11, 19));
  return {
    location: {
      address: { city: scan.city.toUpperCase(), countryCode: countryOf(scan.city), country: countryOf(scan.city) },
    },
    status: statusView(scan),
    date: compact(local.slice(0, 10)),
    time: bareTimes ? String(Number(time)) : time,
    ...(bareTimes
      ? {}
      : { gmtDate: compact(gmt.slice(0, 10)), gmtTime: compact(gmt.slice(11, 19)), gmtOffset: LOCAL_OFFSET }),
  };
}

function statusView(scan: ScanPlan): object {
  const [type, code, description] = upsStatusOf(scan);
  return { type, code, description, statusCode: '000' };
}

const compact = (text: string) => text.replace(/[-:]/g, '');
