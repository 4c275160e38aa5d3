import { countryOf } from '../scenarios/places';
import { dayFrom, instantOf, LOCAL_OFFSET, localText } from '../scenarios/scenario-clock';
import type { ScanKind, ScanPlan, ScenarioShipment } from '../scenarios/scenario-order';
import { fedexStatusOf } from './fedex-codes';

/** How the answer is written. */
interface Telling {
  now: Date;
  /** Of the header `x-locale`. */
  locale: string | undefined;
  bareTimes: boolean;
}

/** One entry of `trackResults` in FedEx's tracking answer (schema TrackResult). */
export function fedexParcelView(
  trackingNumber: string,
  shipment: ScenarioShipment,
  plan: ScanPlan[],
  now: Date,
  locale?: string,
): object {
  const telling = { now, locale, bareTimes: shipment.bareTimes ?? false };
  const scans = [...plan].reverse();
  const last = scans[0]!;
  const first = plan[0]!;
  const delivered = last.kind === 'delivered';
  const times = [
    ...(delivered ? [{ type: 'ACTUAL_DELIVERY', dateTime: timeOf(last, telling) }] : []),
    ...plan
      .filter(({ kind }) => kind === 'picked_up')
      .map((scan) => ({ type: 'ACTUAL_PICKUP', dateTime: timeOf(scan, telling) })),
    { type: 'SHIP', dateTime: timeOf(first, telling) },
  ];
  const isOpen = plan === shipment.scans && !delivered;
  return {
    trackingNumberInfo: {
      trackingNumber,
      trackingNumberUniqueId: `12027~${trackingNumber}~${first.daysAgo > 30 ? 'FDEG' : 'FDXE'}`,
      carrierCode: 'FDXE',
    },
    latestStatusDetail: statusView(last, telling),
    scanEvents: scans.map((scan) => scanView(scan, telling)),
    ...(isOpen ? expectation(shipment, times, now) : { dateAndTimes: times }),
    ...(delivered ? deliveryView(shipment) : {}),
  };
}

/** The day promised stays; a new one shows as an estimate, and as a window once FedEx is sure of the hours. */
function expectation({ expectedInDays, rescheduledInDays, window }: ScenarioShipment, times: object[], now: Date) {
  if (expectedInDays === null) return { dateAndTimes: times };
  // Dates without a zone, as the vendor documents them.
  const whole = (days: number) => `${dayFrom(now, days)}T00:00:00`;
  const day = dayFrom(now, rescheduledInDays ?? expectedInDays);
  const hours = window ?? (rescheduledInDays === undefined ? { from: '08:00', to: '18:00' } : undefined);
  return {
    dateAndTimes: [
      ...(rescheduledInDays === undefined ? [] : [{ type: 'ESTIMATED_DELIVERY', dateTime: whole(rescheduledInDays) }]),
      { type: 'COMMITMENT', dateTime: whole(expectedInDays) },
      ...times,
    ],
    ...(hours
      ? {
          estimatedDeliveryTimeWindow: {
            window: {
              begins: `${day}T${hours.from}:00${LOCAL_OFFSET}`,
              ends: `${day}T${hours.to}:00${LOCAL_OFFSET}`,
            },
          },
        }
      : {}),
  };
}

/** Kinds of delay FedEx marks beside the code. */
const DELAYS: Partial<Record<ScanKind, string>> = { weather: 'WEATHER', delayed: 'OPERATIONAL', customs: 'CLEARANCE' };

function statusView(scan: ScanPlan, { locale }: Telling): object {
  const { code, description, reason } = fedexStatusOf(scan, locale);
  const delay = DELAYS[scan.kind];
  return {
    code,
    derivedCode: code,
    statusByLocale: description,
    description,
    scanLocation: addressOf(scan.city),
    ...(reason ? { ancillaryDetails: [{ reason: reason.code, reasonDescription: reason.description }] } : {}),
    ...(delay ? { delayDetail: { type: delay, status: 'DELAYED' } } : {}),
  };
}

function scanView(scan: ScanPlan, telling: Telling): object {
  const { code, description, reason } = fedexStatusOf(scan, telling.locale);
  return {
    date: timeOf(scan, telling),
    eventType: code,
    eventDescription: description,
    derivedStatusCode: code,
    derivedStatus: description,
    exceptionCode: reason?.code ?? '',
    exceptionDescription: reason?.description ?? '',
    scanLocation: addressOf(scan.city),
  };
}

const addressOf = (city: string) => ({ city: city.toUpperCase(), countryCode: countryOf(city), residential: false });

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

const timeOf = ({ daysAgo, time }: ScanPlan, { now, bareTimes }: Telling) =>
  `${localText(instantOf(now, daysAgo, time))}${bareTimes ? '' : LOCAL_OFFSET}`;
