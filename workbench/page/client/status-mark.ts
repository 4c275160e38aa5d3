import { element, icon } from './element.js';
import type { RunStatus } from './page-data.js';
import { words } from './words.js';

const ICONS: Record<RunStatus, string> = {
  Running: 'running',
  Succeeded: 'check',
  Failed: 'cross',
  TimedOut: 'clock',
  Cancelled: 'stop',
  Skipped: 'skip',
};

/** A run's or an action's status as a drawing, a colour and a word. */
export function statusMark(status: RunStatus, compact = false): HTMLElement {
  return element(
    'span',
    { class: `mark mark-${status.toLowerCase()}` },
    icon(ICONS[status]),
    element('span', { class: compact ? 'visually-hidden' : '' }, words(status)),
  );
}

/** A small label; the tone adds a colour to the word, never a meaning of its own. */
export function tag(label: string, tone: 'plain' | 'good' | 'warn' | 'bad' | 'accent' = 'plain', drawing?: string) {
  return element('span', { class: `tag tag-${tone}` }, drawing ? icon(drawing) : null, label);
}
