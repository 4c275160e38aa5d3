import { card } from './card.js';
import { element } from './element.js';
import type { CaseView, ReplyView } from './page-data.js';
import { tag } from './status-mark.js';
import { moment, words } from './words.js';

/** The answer as the customer gets it. The mail's HTML lives in a frame that may run nothing. */
export function replyCard(view: CaseView): HTMLElement | null {
  const { reply } = view;
  if (!reply) return view.outcome === 'handed_over' ? noReply() : null;
  const kind =
    reply.kind === 'acknowledgement'
      ? tag('Acknowledgement only', 'warn')
      : tag('Sent to the customer', 'good', 'send');
  return card(
    reply.kind === 'chat' ? 'Reply in the chat' : 'Reply the customer gets',
    { aside: kind },
    element(
      'div',
      { class: 'letter' },
      reply.subject || reply.to
        ? element(
            'div',
            { class: 'letter-head' },
            reply.subject ? element('strong', {}, reply.subject) : null,
            reply.to ? element('span', {}, `To ${reply.to}${reply.sent_at ? `, ${moment(reply.sent_at)}` : ''}`) : null,
          )
        : null,
      reply.html_url ? htmlFrame(reply, reply.html_url) : element('p', { class: 'letter-text' }, reply.text),
    ),
  );
}

/** A second message on a ticket that a person has already: writing "a person will answer" again would be noise. */
const noReply = (): HTMLElement =>
  card(
    'Reply the customer gets',
    { aside: tag('None', 'plain') },
    element(
      'p',
      { class: 'quiet' },
      'No mail was sent. The message was added to a ticket that already waits for a person.',
    ),
  );

/** What the agent finds in the ticket instead of an empty page. */
export function heldDraftCard(view: CaseView): HTMLElement | null {
  if (!view.held_draft) return null;
  return card(
    'Draft waiting for the agent',
    { aside: tag('Not sent', 'warn') },
    view.held_reasons.length
      ? element(
          'p',
          { class: 'reasons' },
          'Held because of',
          ...view.held_reasons.map((reason) => tag(words(reason), 'warn')),
        )
      : null,
    element('p', { class: 'letter letter-text' }, view.held_draft),
  );
}

function htmlFrame(reply: ReplyView, url: string): HTMLElement {
  const frame = element('iframe', {
    class: 'letter-frame',
    title: `Reply: ${reply.subject ?? 'mail'}`,
    // Same origin lets the page measure the letter's height; without scripts it can do nothing with it.
    sandbox: 'allow-same-origin allow-popups',
    src: url,
  });
  const fit = (): void => {
    const paper = frame.contentDocument?.body;
    if (paper) frame.style.height = `${Math.ceil(paper.getBoundingClientRect().height)}px`;
  };
  frame.addEventListener('load', () => {
    fit();
    new ResizeObserver(fit).observe(frame);
  });
  return frame;
}
