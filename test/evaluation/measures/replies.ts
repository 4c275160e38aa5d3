import { examineReply } from '../../../proxy/src/replies/check-reply';
import { countFigure, shareFigure } from '../figures';
import type { Figure, Measure, ReadingError } from '../measure';
import { alterations } from '../replies/alterations';
import { materialOf, readReplyCases, REPLY_PARTS } from '../replies/reply-case';
import { unfoundedReplies } from '../replies/unfounded';

const TITLES = { dev: 'Written replies, development part', test: 'Written replies, test part' };

export const replies: Measure = {
  name: 'replies',
  meaning: 'whether the check of replies finds what is not true',
  async run({ progress }) {
    const figures: Figure[] = [];
    const errors: ReadingError[] = [];
    for (const part of REPLY_PARTS) {
      const judged = readReplyCases(part).map((one) => {
        const { facts, options } = materialOf(one);
        return { one, passed: examineReply(one.text, facts, options).passed };
      });
      const [right, wrong] = [true, false].map((is) => judged.filter(({ one }) => one.is_true === is));
      const share = (name: string, meaning: string, these: typeof judged, wanted: boolean) =>
        shareFigure(
          `replies.${part}.${name}`,
          `${TITLES[part]}: ${meaning}`,
          these.filter(({ passed }) => passed === wanted).length,
          these.length,
        );
      figures.push(share('caught', 'what is not true is found', wrong ?? [], false));
      figures.push(share('let_through', 'what is true passes', right ?? [], true));
      if (part === 'dev')
        for (const { one, passed } of judged.filter(({ one, passed }) => one.is_true !== passed))
          errors.push({
            ...{ id: one.id, what: 'reply', text: `${one.context}: ${one.text}` },
            ...{ wanted: one.is_true ? 'passes' : 'found', got: passed ? 'passes' : 'found' },
          });
    }
    let tried = 0;
    const missed: string[] = [];
    for await (const altered of alterations(progress)) {
      tried += 1;
      if (altered.passed) missed.push(altered.text);
    }
    figures.push(
      countFigure(
        'replies.altered.missed',
        'Replies of templates with one thing changed: not found',
        missed.length,
        tried,
      ),
    );
    for (const text of missed.slice(0, 50))
      errors.push({ id: 'altered', what: 'reply', wanted: 'found', got: 'passes', text });
    const unfounded = [...unfoundedReplies()];
    const sent = unfounded.filter((one) => one.isSent);
    figures.push(
      countFigure(
        'replies.unfounded.sent',
        'Texts of a language model with a sentence nothing stands behind: sent',
        sent.length,
        unfounded.length,
      ),
    );
    for (const { sentence: text } of sent.slice(0, 50))
      errors.push({ id: 'unfounded', what: 'reply', wanted: 'not sent', got: 'sent', text });
    return {
      title: 'Check of replies',
      about:
        'Written sentences in English and Spanish, true and false of an order and of policies, half of them never looked at while the check was written; ' +
        `and ${tried} replies made by templates for the orders of the vendor stand-ins, each with one digit, day, carrier, amount or state changed. ` +
        `Of ${unfounded.length} texts as a language model might write them, each is a correct reply and one sentence that nothing stands behind. ` +
        'What the check cannot prove counts as false, so a reply worded otherwise may be held back, and the template is sent instead.',
      figures,
      errors,
    };
  },
};
