import type { ScanKind, ScanPlan } from '../scenarios/scenario-order';

/** How UPS names a status. */
type UpsStatus = [type: string, code: string, description: string];

const SCANS: Record<ScanKind, UpsStatus> = {
  label: ['M', 'MP', 'Shipper created a label, UPS has not received the package yet. '],
  voided: ['MV', 'VP', 'Void information received by UPS.'],
  picked_up: ['P', 'PU', 'Pickup Scan'],
  departed: ['I', 'DP', 'Departed from Facility'],
  arrived: ['I', 'AR', 'Arrived at Facility'],
  out: ['O', 'OT', 'Out For Delivery Today'],
  attempted: ['X', '48', 'The receiver was not available for delivery. A second attempt will be made.'],
  weather: ['X', 'WX', 'Severe weather conditions have delayed delivery.'],
  delayed: ['X', 'LT', 'A late trailer arrival has caused a delay.'],
  damaged: ['X', '56', 'Damage has been reported and the sender will be notified.'],
  customs: ['X', 'CC', 'Your package is awaiting clearance by the customs agency.'],
  held: ['X', 'AP', 'Your package is held for pick up at a UPS Access Point.'],
  sent_back: ['X', '21', 'The package was refused by the receiver. Returning to Sender.'],
  returning: ['RS', 'RS', 'Returning to Sender'],
  delivered: ['D', 'FS', 'DELIVERED '],
};

/** Types that scans ask for by `code`. The vendor publishes examples only, so there are more; those are of type ZZ. */
const RARE: Record<string, [code: string, description: string]> = {
  DO: ['DO', 'Delivered to Origin CFS'],
  DD: ['DD', 'Delivered to Destination CFS'],
  W: ['WH', 'Warehouse Scan'],
  NA: ['NA', 'Status Not Available'],
};

/** Type, code and description of a scan. */
export function upsStatusOf({ kind, code }: ScanPlan): UpsStatus {
  return code === undefined ? SCANS[kind] : [code, ...(RARE[code] ?? (['99', 'Processing at UPS Facility'] as const))];
}
