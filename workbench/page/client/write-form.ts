import { byId, element } from './element.js';
import type { Accepted, CaseView, NewMessage, Overview, Sample } from './page-data.js';
import { tag } from './status-mark.js';
import { words } from './words.js';

const field = (id: string) => byId<HTMLInputElement | HTMLTextAreaElement>(id);
const box = (id: string) => byId<HTMLInputElement>(id);

/** The form for a new message, the samples beside it and the conversation it goes on with. */
export class WriteForm {
  private conversation: string | undefined;

  /** @param send hands the message over; fails with words for the reader */
  constructor(private readonly send: (message: NewMessage) => Promise<Accepted>) {
    byId<HTMLFormElement>('write-form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit();
    });
    for (const id of ['channel-email', 'channel-chat']) {
      box(id).addEventListener('change', () => {
        this.forgetConversation();
        this.showChannel();
      });
    }
    byId('new-conversation').addEventListener('click', () => {
      this.forgetConversation();
      field('message-text').value = '';
      field('message-text').focus();
    });
    this.showChannel();
  }

  drawSamples({ samples, mailbox }: Overview): void {
    byId('mailbox').textContent = mailbox;
    for (const group of ['documented', 'more'] as const) {
      const buttons = samples.filter((sample) => sample.group === group).map((sample) => this.sampleButton(sample));
      byId(`samples-${group}`).replaceChildren(...buttons);
    }
    if (samples[0]) this.fill(samples[0].message);
  }

  /** Puts a message into the form; nothing is sent. */
  fill(message: NewMessage): void {
    this.forgetConversation();
    box(message.channel === 'chat' ? 'channel-chat' : 'channel-email').checked = true;
    field('message-from').value = message.from;
    field('message-name').value = message.name ?? '';
    field('message-subject').value = message.subject ?? '';
    field('message-text').value = message.text;
    field('message-reply-to').value = message.reply_to ?? '';
    box('message-automatic').checked = message.automatic ?? false;
    this.showChannel();
    byId<HTMLDetailsElement>('more-fields').open = Boolean(message.reply_to ?? message.automatic ?? message.name);
  }

  /** Goes on with a conversation as the customer: the next message belongs to it. */
  goOn(view: CaseView): void {
    if (!view.message?.conversation_id) return;
    const { channel, from, conversation_id } = view.message;
    this.fill({
      channel: channel === 'chat' ? 'chat' : 'email',
      from: from ?? '',
      subject: channel === 'chat' ? '' : `Re: ${(view.reply?.subject ?? view.message.subject).replace(/^re:\s*/i, '')}`,
      text: '',
    });
    this.conversation = conversation_id;
    byId('conversation-line').hidden = false;
    byId('conversation-name').textContent = view.ticket ? view.ticket.number : 'this conversation';
    field('message-text').focus();
  }

  private forgetConversation(): void {
    this.conversation = undefined;
    byId('conversation-line').hidden = true;
  }

  private get channel(): 'email' | 'chat' {
    return box('channel-chat').checked ? 'chat' : 'email';
  }

  private showChannel(): void {
    const chat = this.channel === 'chat';
    for (const part of document.querySelectorAll<HTMLElement>('[data-only="email"]')) part.hidden = chat;
    field('message-from').required = !chat;
    byId('from-hint').textContent = chat ? 'Leave it empty for a visitor who has not signed in.' : '';
  }

  private message(): NewMessage {
    const text = (id: string) => field(id).value.trim() || undefined;
    const both = {
      from: text('message-from') ?? '',
      text: field('message-text').value,
      conversation_id: this.conversation,
    };
    if (this.channel === 'chat') return { channel: 'chat', ...both };
    return {
      channel: 'email',
      ...both,
      name: text('message-name'),
      subject: text('message-subject'),
      reply_to: text('message-reply-to'),
      automatic: box('message-automatic').checked || undefined,
    };
  }

  private async submit(): Promise<void> {
    const button = byId<HTMLButtonElement>('send');
    const problem = byId('write-problem');
    const message = this.message();
    button.disabled = true;
    problem.textContent = '';
    try {
      const accepted = await this.send(message);
      if (message.channel === 'chat') {
        this.conversation = accepted.conversation_id;
        byId('conversation-line').hidden = false;
        byId('conversation-name').textContent = 'this chat';
        field('message-text').value = '';
      }
    } catch (error) {
      problem.textContent = (error as Error).message;
    } finally {
      button.disabled = false;
    }
  }

  private sampleButton(sample: Sample): HTMLElement {
    return element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: 'sample',
          click: () => {
            this.fill(sample.message);
            byId('send').focus();
          },
        },
        element('span', { class: 'sample-title' }, sample.title, tag(words(sample.message.channel))),
        element('span', { class: 'sample-shows' }, sample.shows),
      ),
    );
  }
}
