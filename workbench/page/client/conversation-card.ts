import { card } from './card.js';
import { element } from './element.js';
import type { CaseView, MessageView } from './page-data.js';
import { moment, words } from './words.js';

/** What was written to and fro, oldest first. */
export function conversationCard(view: CaseView): HTMLElement | null {
  if (view.conversation.length === 0) return null;
  return card('Conversation', {}, element('ol', { class: 'conversation' }, ...view.conversation.map(line)));
}

const line = (message: MessageView): HTMLElement =>
  element(
    'li',
    { class: `said said-${message.direction}` },
    element(
      'p',
      { class: 'said-by' },
      message.direction === 'inbound' ? 'Customer' : message.author === 'agent' ? 'Agent' : 'Automatic answer',
      message.at ? `, ${moment(message.at)}` : '',
      `, ${words(message.status).toLowerCase()}`,
    ),
    message.subject ? element('p', { class: 'said-subject' }, message.subject) : null,
    element('p', { class: 'said-text' }, message.text),
  );
