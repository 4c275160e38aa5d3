import { countryOf } from '../scenarios/places';
import { dayFrom, instantOf, LOCAL_OFFSET, localText } from '../scenarios/scenario-clock';
import type { ScanPlan, ScenarioShipment } from '../scenarios/scenario-order';
import { UPS_SCANS } from './ups-codes';

/** A 1x1 image, standing in for a signature. */
const SIGNATURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

/** A parcel in the form of UPS's tracking answer (schema TrackApiResponse). */
export function upsParcelView(shipment: ScenarioShipment, now: Date, withSignature: boolean): object {
  const scans = [...shipment.scans].reverse();
  const { delivery, expectedInDays } = shipment;
  const delivered = scans[0]?.kind === 'delivered';
  return {
    trackResponse: {
      shipment: [
        {
          inquiryNumber: shipment.trackingNumber,
          package: [
            {
              trackingNumber: shipment.trackingNumber,
              deliveryDate: deliveryDates(shipment, now),
              deliveryTime: delivered ? { type: 'DEL', endTime: hms(scans[0]!, now) } : { type: 'EOD' },
              activity: scans.map((scan) => activityView(scan, now)),
              currentStatus: statusView(scans[0]!),
              packageCount: 1,
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
            },
          ],
        },
      ],
    },
  };
}

function deliveryDates(shipment: ScenarioShipment, now: Date): object[] {
  if (shipment.expectedInDays === null) return [];
  const date = dayFrom(now, shipment.expectedInDays).replace(/-/g, '');
  return [{ type: shipment.delivery ? 'DEL' : 'SDD', date }];
}

function activityView(scan: ScanPlan, now: Date): object {
  const instant = instantOf(now, scan.daysAgo, scan.time);
  const local = localText(instant);
  const gmt = instant.toISOString();
  return {
    location: {
      address: { city: scan.city.toUpperCase(), countryCode: countryOf(scan.city), country: countryOf(scan.city) },
    },
    status: statusView(scan),
    date: compact(local.slice(0, 10)),
    time: compact(local.slice(11, 19)),
    gmtDate: compact(gmt.slice(0, 10)),
    gmtTime: compact(gmt.slice(11, 19)),
    gmtOffset: LOCAL_OFFSET,
  };
}

function statusView(scan: ScanPlan): object {
  const [type, code, description] = UPS_SCANS[scan.kind];
  return { type, code, description, statusCode: '000' };
}

const hms = (scan: ScanPlan, now: Date) => compact(localText(instantOf(now, scan.daysAgo, scan.time)).slice(11, 19));

const compact = (text: string) => text.replace(/[-:]/g, '');
