import type { ScanKind } from '../scenarios/scenario-order';

/** FedEx code and description of a scan. */
export const FEDEX_SCANS: Record<ScanKind, [code: string, description: string]> = {
  label: ['OC', 'Shipment information sent to FedEx'],
  voided: ['CA', 'Shipment cancelled by sender'],
  picked_up: ['PU', 'Picked up'],
  departed: ['DP', 'Departed FedEx location'],
  arrived: ['AR', 'At local FedEx facility'],
  out: ['OD', 'On FedEx vehicle for delivery'],
  attempted: ['DE', 'Delivery exception'],
  weather: ['DE', 'Delivery exception'],
  returning: ['RS', 'Returning package to shipper'],
  delivered: ['DL', 'Delivered'],
};

/** Why a delivery exception happened. */
export const FEDEX_REASONS: Partial<Record<ScanKind, [reason: string, description: string]>> = {
  attempted: ['08', 'Customer not available or business closed'],
  weather: ['14', 'Local weather delay - Delivery not attempted'],
};
