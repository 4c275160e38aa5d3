import type { SentMail } from '../../workbench/outlook/mail';
import { CHANNEL } from '../desk/desk-words';
import { dayLoad } from '../load/day-load';
import type { TestProduct } from '../product/open-product';
import type { Fate } from './fate';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Something a person does at an instant. */
export interface Deed {
  at: Date;
  name: string;
  act(product: TestProduct): Promise<void> | void;
}

/** The Internet message ids of everything that has to be answered or queued. */
export interface Written {
  mails: Set<string>;
  machines: Set<string>;
  turns: Set<string>;
  appTickets: Set<string>;
}

export const nothingWritten = (): Written => ({
  mails: new Set(),
  machines: new Set(),
  turns: new Set(),
  appTickets: new Set(),
});

const FURTHER = [
  'Thank you, that helps.',
  'That does not answer my question. I want to talk to a person!',
  'And when exactly will it be here?',
  'How do I return it?',
  'I was charged twice as well. Please check.',
];

/** A customer's answers to a mail of ours: to some, after minutes or after weeks. */
export function answersTo(sent: SentMail, fate: Fate, written: Written): Deed[] {
  if (sent.answers === undefined || fate.of('answers', sent.to, sent.subject, sent.sentOn) > 0.3) return [];
  const name = `${sent.to} ${sent.sentOn}`;
  const after = fate.pick([0.2, 1, 5, 20, 60, 100, 20 * 24], 'after', name) * HOUR;
  const id = `<further-${fate.of('id', name)}@example.com>`;
  return [
    {
      at: new Date(Date.parse(sent.sentOn) + after),
      name: 'answer',
      act: ({ product }) => {
        written.mails.add(id);
        product.platform.deliverMail({
          from: sent.to.replace(/;$/, ''),
          subject: `Re: ${sent.subject}`,
          body: fate.pick(FURTHER, 'text', name),
          internetMessageId: id,
          headers: { 'In-Reply-To': sent.internetMessageId },
        });
      },
    },
  ];
}

/** What customers write of themselves in a number of days. */
export function customerDeeds(
  fate: Fate,
  { seed, start, days, emails, chats }: { seed: number; start: Date; days: number; emails: number; chats: number },
  written: Written,
): Deed[] {
  const deeds: Deed[] = [];
  for (let day = 0; day < days; day += 1) {
    const load = dayLoad(seed * 1000 + day, emails, chats);
    const at = (name: string) => new Date(start.getTime() + day * DAY + fate.of('at', name) * DAY);
    for (const { id, from, subject = '', body = '' } of load.emails) {
      const internetMessageId = `<${id}@example.com>`;
      const isMachine = fate.of('machine', id) < 0.05;
      deeds.push({
        at: at(id),
        name: 'mail',
        act: ({ product }) => {
          (isMachine ? written.machines : written.mails).add(internetMessageId);
          const headers: Record<string, string> = isMachine ? { 'Auto-Submitted': 'auto-replied' } : {};
          product.platform.deliverMail({ from, subject, body, internetMessageId, headers });
        },
      });
      if (fate.of('app', id) > 0.08) continue;
      deeds.push({
        at: at(`${id} app`),
        name: 'app ticket',
        async act({ create }) {
          const row = await create('rcc_tickets', {
            rcc_title: subject || 'By telephone',
            rcc_channel: CHANNEL.app,
            rcc_customeremail: from,
          });
          written.appTickets.add(String(row.rcc_ticketid));
        },
      });
    }
    for (const { id, from, text = '' } of load.chats) {
      deeds.push({
        at: at(id),
        name: 'chat',
        act: ({ product }) => {
          written.turns.add(`chat:${id}:1`);
          void product.platform.request('Chat Processing', { text: id, text_1: '1', text_2: text, text_3: from });
        },
      });
    }
  }
  return deeds;
}
