import type { FigureGroup, Figures } from '../../contract/statistics';
import type { Channel, Team, TicketStatus } from '../../contract/vocabulary';

/** The words of the vocabulary as the report shows them. */
export const CHANNEL_WORDS: Record<Channel, string> = { email: 'E-mail', chat: 'Chat', app: 'App' };

export const TEAM_WORDS: Record<Team, string> = {
  orders: 'Orders',
  returns: 'Returns',
  products: 'Products',
  delivery: 'Delivery',
  payments: 'Payments',
  care: 'Customer care',
};

export const STATUS_WORDS: Record<TicketStatus, string> = {
  new: 'New',
  answered: 'Answered',
  unassigned: 'Unassigned',
  assigned: 'Assigned',
  in_progress: 'In progress',
  waiting: 'Waiting for customer',
  escalated: 'Escalated',
  resolved: 'Resolved',
  closed: 'Closed',
};

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const NOTHING = '–';

export const numberText = (number: number): string => number.toLocaleString('en-GB');

/** `1 ticket`, `2,000 tickets` */
export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${numberText(count)} ${count === 1 ? one : many}`;

/** `45 s`, `12 min`, `3 h 05 min`, `2 d 4 h` */
export function durationText(seconds: number | null): string {
  if (seconds === null) return NOTHING;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
  const hours = Math.round(minutes / 60);
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** `45 min`, `67 h 05 min`; no days, because a day of the desk has not 24 hours. */
export const businessTimeText = (minutes: number): string =>
  minutes < 60
    ? `${minutes} min`
    : `${numberText(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')} min`;

/** A share of a whole, `75 %`; nothing of nothing. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? NOTHING : `${Math.round((100 * part) / whole)} %`;

export const inTimeText = ({ responses_in_time, responses_late }: Figures | FigureGroup): string =>
  shareText(responses_in_time, responses_in_time + responses_late);

export const ratingText = ({ rating_average, ratings }: Figures | FigureGroup): string =>
  rating_average === null ? NOTHING : `${rating_average.toFixed(1)} (${numberText(ratings)})`;
