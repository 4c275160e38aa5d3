import type { ScanKind } from '../scenarios/scenario-order';

/** UPS status type, code and description of a scan. */
export const UPS_SCANS: Record<ScanKind, [type: string, code: string, description: string]> = {
  label: ['M', 'MP', 'Shipper created a label, UPS has not received the package yet. '],
  voided: ['MV', 'VP', 'Void information received by UPS.'],
  picked_up: ['P', 'PU', 'Pickup Scan'],
  departed: ['I', 'DP', 'Departed from Facility'],
  arrived: ['I', 'AR', 'Arrived at Facility'],
  out: ['O', 'OT', 'Out For Delivery Today'],
  attempted: ['X', '48', 'The receiver was not available for delivery. A second attempt will be made.'],
  weather: ['X', 'WX', 'Severe weather conditions have delayed delivery.'],
  returning: ['RS', 'RS', 'Returning to Sender'],
  delivered: ['D', 'FS', 'DELIVERED '],
};
