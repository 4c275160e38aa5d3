import { conversationCard } from './conversation-card.js';
import { byId, element, icon } from './element.js';
import { eventsCard } from './events-card.js';
import { outcomeBanner } from './outcome-banner.js';
import { messageCard } from './message-card.js';
import type { CaseView } from './page-data.js';
import { factsCard, vendorsAskedCard } from './proof-card.js';
import { heldDraftCard, replyCard } from './reply-card.js';
import { ticketCard } from './ticket-card.js';

/** Everything that came of one message. */
export function drawCase(view: CaseView, goOn: (view: CaseView) => void): void {
  const canGoOn = view.message?.conversation_id && view.outcome !== 'ignored';
  const parts = [
    outcomeBanner(view),
    messageCard(view),
    replyCard(view),
    canGoOn
      ? element(
          'button',
          { type: 'button', class: 'secondary', click: () => goOn(view) },
          icon('reply'),
          'Write again as this customer',
        )
      : null,
    heldDraftCard(view),
    view.ticket ? ticketCard(view.ticket) : null,
    factsCard(view),
    vendorsAskedCard(view),
    view.conversation.length > 2 ? conversationCard(view) : null,
    eventsCard(view),
  ];
  byId('case').replaceChildren(...parts.filter((part) => part !== null));
}
