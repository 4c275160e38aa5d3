import type { Fact } from '../../proxy/src/contract/order-context';
import { examineReply } from '../../proxy/src/replies/check-reply';
import type { Told } from './replay-file';

const plain = (html: string): string =>
  html
    .replace(/<br\s*\/?>|<\/p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"');

/** Slow and obvious: every run of digits in a reply stands in a fact, in the customer's words or in the ticket number. */
function unknownNumbers({ message, outcome }: Told, facts: readonly Fact[]): string[] {
  const known = [message.text, message.subject, outcome.ticket ?? '', ...facts.map((fact) => fact.value)].join('\n');
  const numbers = new Set((known.match(/\d+/g) ?? []).map(Number));
  const times = facts.flatMap((fact) => (fact.as_of ?? '').match(/\d+/g) ?? []);
  for (const part of times) numbers.add(Number(part));
  return (plain(outcome.reply ?? '').match(/\d+/g) ?? []).filter((number) => !numbers.has(Number(number)));
}

/** Holds every reply that was sent against the facts kept on its ticket, by the product's check and by a plain one. */
export function expectGrounded(told: readonly Told[], facts: ReadonlyMap<string, Fact[]>): void {
  for (const one of told) {
    if (one.outcome.kind !== 'answered' || one.outcome.reply === null) continue;
    const known = facts.get(one.outcome.ticket ?? '') ?? [];
    expect({ reply: one.outcome.reply, unknown: unknownNumbers(one, known) }).toEqual({
      reply: one.outcome.reply,
      unknown: [],
    });
    const { unsupported } = examineReply(plain(one.outcome.reply), known, {
      customerText: `${one.message.subject} ${one.message.text}`,
      today: new Date().toISOString().slice(0, 10),
      reference: `[${one.outcome.ticket}]`,
    });
    expect({ reply: one.outcome.reply, unsupported }).toEqual({ reply: one.outcome.reply, unsupported: [] });
  }
}
