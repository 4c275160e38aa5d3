import { countryOf } from '../scenarios/places';
import { dayFrom, instantOf, LOCAL_OFFSET, localText } from '../scenarios/scenario-clock';
import type { ScanPlan, ScenarioShipment } from '../scenarios/scenario-order';
import { FEDEX_REASONS, FEDEX_SCANS } from './fedex-codes';

/** One entry of `trackResults` in FedEx's tracking answer (schema TrackResult). */
export function fedexParcelView(
  trackingNumber: string,
  shipment: ScenarioShipment,
  plan: ScanPlan[],
  now: Date,
): object {
  const scans = [...plan].reverse();
  const last = scans[0]!;
  const first = plan[0]!;
  const delivered = last.kind === 'delivered';
  const expected = plan === shipment.scans && !delivered ? shipment.expectedInDays : null;
  const shipped = { type: 'SHIP', dateTime: zoned(first, now) };
  return {
    trackingNumberInfo: {
      trackingNumber,
      trackingNumberUniqueId: `12027~${trackingNumber}~${first.daysAgo > 30 ? 'FDEG' : 'FDXE'}`,
      carrierCode: 'FDXE',
    },
    latestStatusDetail: statusView(last),
    scanEvents: scans.map((scan) => scanView(scan, now)),
    dateAndTimes: delivered ? [{ type: 'ACTUAL_DELIVERY', dateTime: zoned(last, now) }, shipped] : [shipped],
    ...(expected === null ? {} : { estimatedDeliveryTimeWindow: { window: windowOf(dayFrom(now, expected)) } }),
    ...(delivered ? deliveryView(shipment) : {}),
  };
}

function statusView(scan: ScanPlan): object {
  const [code, description] = FEDEX_SCANS[scan.kind];
  const reason = FEDEX_REASONS[scan.kind];
  return {
    code,
    derivedCode: code,
    statusByLocale: description,
    description,
    scanLocation: addressOf(scan.city),
    ...(reason ? { ancillaryDetails: [{ reason: reason[0], reasonDescription: reason[1] }] } : {}),
    ...(scan.kind === 'weather' ? { delayDetail: { type: 'WEATHER', status: 'DELAYED' } } : {}),
  };
}

function scanView(scan: ScanPlan, now: Date): object {
  const [code, description] = FEDEX_SCANS[scan.kind];
  const reason = FEDEX_REASONS[scan.kind];
  return {
    date: zoned(scan, now),
    eventType: code,
    eventDescription: description,
    derivedStatusCode: code,
    derivedStatus: description,
    exceptionCode: reason?.[0] ?? '',
    exceptionDescription: reason?.[1] ?? '',
    scanLocation: addressOf(scan.city),
  };
}

const addressOf = (city: string) => ({ city: city.toUpperCase(), countryCode: countryOf(city), residential: false });

const windowOf = (day: string) => ({
  begins: `${day}T08:00:00${LOCAL_OFFSET}`,
  ends: `${day}T18:00:00${LOCAL_OFFSET}`,
});

function deliveryView({ delivery }: ScenarioShipment): object {
  return {
    deliveryDetails: {
      receivedByName: delivery?.receivedBy ?? 'RECEPTION',
      deliveryAttempts: '0',
      ...(delivery?.signature ? { signedByName: delivery.receivedBy } : {}),
    },
    availableImages: delivery?.signature ? [{ type: 'SIGNATURE_PROOF_OF_DELIVERY', size: 'LARGE' }] : [],
  };
}

const zoned = (scan: ScanPlan, now: Date) => `${localText(instantOf(now, scan.daysAgo, scan.time))}${LOCAL_OFFSET}`;
