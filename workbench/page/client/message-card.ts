import { card } from './card.js';
import { element } from './element.js';
import type { CaseView } from './page-data.js';
import { tag } from './status-mark.js';
import { words } from './words.js';

/** What the customer wrote, as text only. */
export function messageCard({ message }: CaseView): HTMLElement | null {
  if (!message) return null;
  return card(
    'The customer wrote',
    { aside: tag(words(message.channel)) },
    element(
      'blockquote',
      {},
      message.subject ? element('p', { class: 'said-subject' }, message.subject) : null,
      element('p', { class: 'said-text' }, message.text),
      message.from ? element('p', { class: 'quiet' }, message.from) : null,
    ),
  );
}
