import type { Parcel } from '../../contract/order-context';
import { VendorError } from '../vendor-error';
import { placeOf, type CarrierFacts } from './carrier-facts';
import { localDay, zonedInstant } from './carrier-time';
import { fedexStatus } from './fedex-status';

/** The parts of a tracking answer that are read. Source: FedEx Track API, schema TrkcResponseVO_TrackingNumber. */
export interface FedexTrackAnswer {
  output?: { completeTrackResults?: { trackingNumber?: string; trackResults?: FedexResult[] }[] };
}
interface FedexAddress {
  city?: string;
  countryCode?: string;
}
interface FedexScan {
  date?: string;
  eventDescription?: string;
  derivedStatusCode?: string;
  exceptionDescription?: string;
  scanLocation?: FedexAddress;
}
export interface FedexResult {
  error?: { code?: string };
  latestStatusDetail?: {
    code?: string;
    derivedCode?: string;
    statusByLocale?: string;
    description?: string;
    ancillaryDetails?: { reasonDescription?: string }[];
    delayDetail?: { type?: string; status?: string };
  };
  scanEvents?: FedexScan[];
  dateAndTimes?: { type?: string; dateTime?: string }[];
  estimatedDeliveryTimeWindow?: { window?: { begins?: string; ends?: string } };
  deliveryDetails?: { receivedByName?: string; signedByName?: string; locationDescription?: string };
  availableImages?: { type?: string }[];
}

const NOT_FOUND = /NOTFOUND/;

/**
 * Reads a FedEx answer about one number.
 * @returns null when FedEx does not know it, which it says with status 200 and an error inside
 * @throws {VendorError} when FedEx reports another error for the number
 */
export function readFedexParcel(answer: FedexTrackAnswer): CarrierFacts | null {
  const complete = answer.output?.completeTrackResults;
  if (!Array.isArray(complete)) throw new TypeError('no results');
  const results = complete.flatMap((row) => row.trackResults ?? []);
  const known = results.filter((result) => !result.error);
  if (known.length > 0) return readResult(newest(known));
  const codes = results.map((result) => result.error?.code ?? '');
  if (codes.every((code) => NOT_FOUND.test(code))) return null;
  throw new VendorError('fedex', 'RCC_UPSTREAM_BAD_RESPONSE', 'fedex reported an error for the number.');
}

/** FedEx uses numbers again: several parcels may answer to one. The one shipped last is meant. */
function newest(results: FedexResult[]): FedexResult {
  const shipped = (result: FedexResult) =>
    dateOf(result, 'SHIP') ?? dateOf(result, 'ACTUAL_PICKUP') ?? result.scanEvents?.[0]?.date ?? '';
  return results.reduce((best, result) => (shipped(result) > shipped(best) ? result : best));
}

function readResult(result: FedexResult): CarrierFacts {
  const latest = result.latestStatusDetail ?? {};
  const scans = [...(result.scanEvents ?? [])].sort((a, b) => timeOf(b) - timeOf(a));
  const reason = latest.ancillaryDetails?.[0]?.reasonDescription ?? '';
  const said = fedexStatus(latest.derivedCode ?? latest.code, latest.delayDetail?.status === 'DELAYED', reason);
  const wentBack = scans.some((scan) => scan.derivedStatusCode === 'RS');
  const status = said === 'delivered' && wentBack ? 'returned' : said;
  const handed = status === 'delivered' || status === 'returned';
  const deliveredText = dateOf(result, 'ACTUAL_DELIVERY') ?? scans[0]?.date;
  const window = result.estimatedDeliveryTimeWindow?.window;
  const troubled = ['exception', 'delayed', 'delivery_attempted', 'returning'].includes(status);
  return {
    status,
    estimatedDelivery: handed
      ? null
      : localDay(
          window?.ends ?? window?.begins ?? dateOf(result, 'ESTIMATED_DELIVERY') ?? dateOf(result, 'COMMITMENT'),
        ),
    deliveredAt: handed ? zonedInstant(deliveredText) : null,
    deliveredOn: handed ? localDay(deliveredText) : null,
    deliveredTo: handed
      ? result.deliveryDetails?.receivedByName || result.deliveryDetails?.locationDescription || null
      : null,
    proof: handed ? proofOf(result) : [],
    exception: troubled ? reason || delayText(latest.delayDetail?.type) || latest.description || null : null,
    events: scans.map(readScan),
  };
}

const dateOf = (result: FedexResult, type: string) => result.dateAndTimes?.find((row) => row.type === type)?.dateTime;

const timeOf = (scan: FedexScan) => Date.parse(scan.date ?? '') || 0;

const delayText = (type: string | undefined) => (type ? `Delay: ${type.toLowerCase()}` : '');

function readScan(scan: FedexScan): Parcel['events'][number] {
  return {
    at: zonedInstant(scan.date),
    local_time: scan.date?.slice(0, 19).replace('T', ' ') ?? null,
    description: [scan.eventDescription, scan.exceptionDescription].filter(Boolean).join(': ') || 'No description',
    place: placeOf(scan.scanLocation?.city, scan.scanLocation?.countryCode),
  };
}

function proofOf({ deliveryDetails: details, availableImages }: FedexResult): string[] {
  const signed = details?.signedByName ?? undefined;
  const images = (availableImages ?? []).some((image) => image.type === 'SIGNATURE_PROOF_OF_DELIVERY');
  return [
    details?.receivedByName && `Received by ${details.receivedByName}`,
    details?.locationDescription && `Left at: ${details.locationDescription}`,
    (signed || images) && 'Signature on file',
  ].filter((text): text is string => Boolean(text));
}
