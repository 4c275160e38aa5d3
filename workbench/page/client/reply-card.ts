import { card } from './card.js';
import { element } from './element.js';
import type { CaseView, ReplyView } from './page-data.js';
import { tag } from './status-mark.js';
import { moment } from './words.js';

/** The answer as the customer gets it. The mail's HTML lives in a frame that may run nothing. */
export function replyCard(view: CaseView): HTMLElement | null {
  const { reply } = view;
  if (!reply) return null;
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
