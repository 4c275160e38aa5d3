/** The words every room shares. Adding one is a change of the contract. */

export const INTENTS = [
  'order_tracking',
  'returns',
  'product_information',
  'delivery_issue',
  'payment_issue',
  'general_complaint',
  'other',
] as const;
export type Intent = (typeof INTENTS)[number];

export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'critical'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const TEAMS = ['orders', 'returns', 'products', 'delivery', 'payments', 'care'] as const;
export type Team = (typeof TEAMS)[number];

export const CHANNELS = ['email', 'chat', 'app'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Where a ticket is, in the order it usually goes; only `closed` is the end. */
export const TICKET_STATUSES = [
  'new',
  'answered',
  'unassigned',
  'assigned',
  'in_progress',
  'waiting',
  'escalated',
  'resolved',
  'closed',
] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

export const EXPERIENCES = ['beginner', 'experienced', 'expert'] as const;
export type Experience = (typeof EXPERIENCES)[number];

/** Confirmed by an agent or the customer, or assumed after a long silence. */
export const RESOLUTION_KINDS = ['confirmed', 'assumed'] as const;
export type ResolutionKind = (typeof RESOLUTION_KINDS)[number];

export const ENTITY_TYPES = ['order_id', 'tracking_number', 'email', 'phone', 'amount', 'date', 'postcode'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** Why a message must be seen by a person; a stable code each, documented in the connector's readme. */
export const REVIEW_REASONS = [
  'low_confidence',
  'critical_priority',
  'high_priority_negative',
  'money',
  'legal',
  'safety',
  'account_security',
  'injection',
  'unsupported_language',
  'several_requests',
  'human_requested',
  'empty_message',
  'unverified_sender',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

export const VENDORS = ['shopify', 'ups', 'fedex', 'stripe', 'openai'] as const;
export type Vendor = (typeof VENDORS)[number];

/** Where an answer came from: a vendor's real service, its loopback stand-in, or our own model. */
export const ORIGINS = ['live', 'sandbox', 'offline'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What has happened to a parcel, in our own words; every carrier code maps to one of these. */
export const PARCEL_STATUSES = [
  'label_created',
  'picked_up',
  'in_transit',
  'customs',
  'out_for_delivery',
  'delivered',
  'delivery_attempted',
  'delayed',
  'exception',
  'ready_for_pickup',
  'returning',
  'returned',
  'cancelled',
  'not_found',
  'unknown',
] as const;
export type ParcelStatus = (typeof PARCEL_STATUSES)[number];

/** The parcel is with the carrier and still on its way to the customer. */
export const MOVING_STATUSES: ReadonlySet<ParcelStatus> = new Set([
  'picked_up',
  'in_transit',
  'customs',
  'out_for_delivery',
  'delayed',
  'exception',
  'delivery_attempted',
]);
