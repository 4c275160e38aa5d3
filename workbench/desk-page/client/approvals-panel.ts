import type { PendingApprovalView } from '../desk-data';
import { element, labelled } from './element';
import { readMarkdown } from './markdown';
import { service } from './service';
import type { Surroundings } from './surroundings';

const LONGEST_COMMENT = 2000;
/** Where a question leads: the address of its ticket, of which this page needs the id alone. */
const TICKET = /\/tickets\/([0-9a-f-]{36})$/i;

/** What waits for the answer of a person, and the answers of whoever sits here. */
export class ApprovalsPanel {
  /** What is shown, by its name: a comment that is being written stays when the others are read again. */
  private readonly cards = new Map<string, HTMLElement>();
  private reading = 0;

  /** @param count shows how many wait @param said tells what was answered */
  constructor(
    private readonly surroundings: Surroundings,
    private readonly heading: HTMLElement,
    private readonly list: HTMLElement,
    private readonly count: HTMLElement,
    private readonly said: HTMLElement,
    /** Told what is refused. */
    private readonly report: (problem: unknown) => void,
  ) {}

  /** Reads what waits. @throws what the service refuses with */
  async refresh(): Promise<void> {
    const reading = (this.reading += 1);
    const pending = await service.approvals();
    if (reading !== this.reading) return;
    for (const [name, card] of this.cards) {
      if (pending.some((one) => one.name === name)) continue;
      card.remove();
      this.cards.delete(name);
    }
    for (const one of pending) {
      if (this.cards.has(one.name)) continue;
      const card = this.cardOf(one);
      this.cards.set(one.name, card);
      this.list.append(card);
    }
    this.count.textContent = pending.length === 0 ? '' : ` (${pending.length})`;
    if (pending.length > 0) return void this.list.querySelector('.none')?.remove();
    this.list.replaceChildren(element('p', { className: 'quiet none' }, this.surroundings.words('none_waits')));
  }

  private cardOf(one: PendingApprovalView): HTMLElement {
    const { words, formatting } = this.surroundings;
    const asked = [one.requestor, formatting.formatDateShort(new Date(one.requestDate), true)].filter(Boolean);
    const [, ticket] = TICKET.exec(one.itemLink) ?? [];
    const heading = element('h3', { id: `approval-${one.name}` }, one.title);
    const card = element(
      'article',
      { className: 'card' },
      heading,
      element('p', { className: 'quiet' }, asked.join(' · ')),
      ...(ticket ? [element('a', { href: `#/ticket/${ticket}` }, one.itemLinkDescription || words('ticket'))] : []),
      detailsOf(one.details),
      this.answerOf(one),
    );
    card.setAttribute('aria-labelledby', heading.id);
    return card;
  }

  /** The buttons, for those who were asked; for all others, who that is. */
  private answerOf(one: PendingApprovalView): HTMLElement {
    const { words, choices } = this.surroundings;
    const me = choices.person.address.toLowerCase();
    if (!one.assignedTo.some((address) => address.toLowerCase() === me)) {
      const own = one.requestor.toLowerCase() === me ? `${words('asked_by_you')} ` : '';
      return element('p', { className: 'note' }, `${own}${words('others_answer')} ${one.assignedTo.join(', ')}`);
    }
    const comment = element('textarea', { rows: 2, maxLength: LONGEST_COMMENT });
    const buttons = one.options.map((option) => element('button', { value: option }, this.inWords(option)));
    const form = element(
      'form',
      { className: 'fields' },
      labelled(words('comment'), comment),
      element('p', { className: 'form-end' }, ...buttons),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter.value : undefined;
      if (pressed === undefined) return;
      for (const button of buttons) button.disabled = true;
      void this.answer(one, pressed, comment.value.trim()).finally(() => {
        for (const button of buttons) button.disabled = false;
      });
    });
    return form;
  }

  private async answer(one: PendingApprovalView, response: string, comments: string): Promise<void> {
    const { words, choices } = this.surroundings;
    this.said.textContent = '';
    try {
      await service.answer(one.name, { approver: choices.person.address, response, comments });
      this.said.textContent = `${one.title} ${words('answered')} ${this.inWords(response)}.`;
    } catch (problem) {
      this.report(problem);
    }
    // Refused, too: perhaps somebody else was faster.
    await this.refresh().catch(this.report);
    if (!this.cards.has(one.name)) this.heading.focus();
  }

  private inWords(option: string): string {
    const { words } = this.surroundings;
    if (option === 'Approve') return words('approve');
    return option === 'Reject' ? words('reject') : option;
  }
}

/** Details as lines of text; those of a list in a list. */
function detailsOf(markdown: string): HTMLElement {
  const place = element('div', { className: 'details' });
  let list: HTMLElement | undefined;
  for (const { isItem, spans } of readMarkdown(markdown)) {
    const parts = spans.map(({ text, isStrong }) => (isStrong ? element('strong', {}, text) : text));
    if (isItem && list === undefined) place.append((list = element('ul')));
    if (!isItem) list = undefined;
    (list ?? place).append(element(isItem ? 'li' : 'p', {}, ...parts));
  }
  return place;
}
