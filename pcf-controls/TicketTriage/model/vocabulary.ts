/** The words of a ticket, in the order people read them. The numbers of a table are told by properties (choices.ts). */

export const STATUSES = [
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
export type Status = (typeof STATUSES)[number];

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

export const PRIORITIES = ['low', 'normal', 'high', 'critical'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

export const CHANNELS = ['email', 'chat', 'app'] as const;
export type Channel = (typeof CHANNELS)[number];

export const TEAMS = ['orders', 'returns', 'products', 'delivery', 'payments', 'care'] as const;
export type Team = (typeof TEAMS)[number];

export const RESOLUTION_KINDS = ['confirmed', 'assumed'] as const;
export type ResolutionKind = (typeof RESOLUTION_KINDS)[number];

export const DIRECTIONS = ['inbound', 'outbound'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const AUTHORS = ['customer', 'agent', 'automatic'] as const;
export type Author = (typeof AUTHORS)[number];

export const DELIVERIES = ['received', 'queued', 'sent', 'failed', 'unknown'] as const;
export type Delivery = (typeof DELIVERIES)[number];
