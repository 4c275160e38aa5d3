import { element, icon } from './element.js';
import type { CaseView, Outcome } from './page-data.js';
import { words } from './words.js';

const LOOK: Record<Outcome, { tone: string; drawing: string; title: string }> = {
  running: { tone: 'running', drawing: 'running', title: 'The flow is running' },
  answered: { tone: 'good', drawing: 'check', title: 'Answered automatically' },
  handed_over: { tone: 'warn', drawing: 'person', title: 'Handed to a person' },
  asked: { tone: 'accent', drawing: 'chat', title: 'Asked the customer for more' },
  ignored: { tone: 'plain', drawing: 'skip', title: 'Ignored: no person wrote this' },
  recorded: { tone: 'plain', drawing: 'check', title: 'Recorded' },
  failed: { tone: 'bad', drawing: 'cross', title: 'The run failed' },
};

/** One line that says how it ended, for the eye and for a screen reader. */
export function outcomeLine(view: CaseView): string {
  const { title } = LOOK[view.outcome];
  if (!view.ticket) return `${title}.`;
  const team = view.outcome === 'handed_over' && view.ticket.team ? ` (${words(view.ticket.team)} team)` : '';
  return `${title}${team}: ticket ${view.ticket.number} is ${view.ticket.status}.`;
}

export function outcomeBanner(view: CaseView): HTMLElement {
  const { tone, drawing, title } = LOOK[view.outcome];
  const team = view.outcome === 'handed_over' && view.ticket?.team ? `: ${words(view.ticket.team)} team` : '';
  const second = view.ticket
    ? `Ticket ${view.ticket.number} is ${view.ticket.status}.`
    : view.outcome === 'ignored'
      ? 'No ticket and no answer; the mail is on record.'
      : 'The message of this run is not at hand; its ticket is in the list below.';
  return element(
    'div',
    { class: `outcome outcome-${tone}` },
    icon(drawing),
    element('div', {}, element('strong', {}, title + team), element('span', {}, second)),
  );
}
