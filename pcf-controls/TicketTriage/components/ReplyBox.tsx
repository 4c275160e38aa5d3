import { Button, Textarea } from '@fluentui/react-components';
import * as React from 'react';
import { nextAction } from '../model/next-action';
import { stepOf } from '../model/ticket-actions';
import type { Ticket } from '../model/ticket';
import { useDesk } from './desk';
import { FactsList } from './FactsList';
import type { Actions } from './use-actions';

/** What agents have written and not sent, by ticket: it stays while they look at others. */
export type Drafts = Map<string, string>;

interface Props {
  readonly ticket: Ticket;
  /** True where the long texts of the ticket cannot be read. */
  readonly areDetailsMissing: boolean;
  readonly actions: Actions;
  readonly drafts: Drafts;
  readonly textBox: React.RefObject<HTMLTextAreaElement>;
  /** What is answered, as far as it is known. */
  readonly subject: string | undefined;
  /** The reply is on its way: the next ticket may come. */
  readonly onSent: () => void;
  /** Away from the text, back to the list. */
  readonly onLeave: () => void;
}

/** The suggested reply, to be changed and sent, with what it rests on. */
export const ReplyBox: React.FC<Props> = ({
  ticket,
  areDetailsMissing,
  actions,
  drafts,
  textBox,
  subject,
  onSent,
  onLeave,
}) => {
  const { words, clock, columns } = useDesk();
  const { id, draftReply, draftFacts, customerEmail } = ticket;
  // Where the last word was ours, a suggestion left over must not go out a second time by mistake.
  const [isSuggested] = React.useState(() => {
    const next = nextAction(ticket, clock.now);
    return next === 'send_draft' || next === 'review' || next === 'reply';
  });
  const [own, setOwn] = React.useState(() => drafts.get(id));
  const text = own ?? (isSuggested ? draftReply : undefined) ?? '';
  const write = (next: string | undefined) => {
    if (next === undefined) drafts.delete(id);
    else drafts.set(id, next);
    setOwn(next);
  };

  const sending = actions.pending.find(
    ({ action, tickets, state }) => action.kind === 'reply' && state !== 'done' && tickets.some((one) => one.id === id),
  );
  const wasSent = actions.pending.some(
    ({ action, results }) =>
      action.kind === 'reply' &&
      results.some(({ ticket: one, outcome }) => one.id === id && outcome.kind === 'written'),
  );
  React.useEffect(() => {
    if (!wasSent) return;
    // Empty on purpose, so that the suggestion does not stand there again.
    drafts.set(id, '');
    setOwn('');
  }, [wasSent, drafts, id]);

  const step = stepOf({ kind: 'reply', text }, ticket, actions.actor);
  const refusal = 'refusal' in step ? words(`Refusal_${step.refusal}`) : undefined;
  const isEmpty = text.trim() === '';
  const send = () => {
    if (refusal !== undefined || isEmpty || sending) return;
    drafts.set(id, text);
    if (actions.start({ kind: 'reply', text: text.trim(), subject }, [ticket])) onSent();
  };
  const heading = words(text !== '' && text === draftReply ? 'Reply_Suggested' : 'Reply_Title');
  const { inView, names } = columns;
  const isMapped = inView.draftReply !== undefined || (names.draftReply !== undefined && !areDetailsMissing);
  const isWithoutAddress = inView.customerEmail !== undefined && customerEmail === undefined;
  const hint = () => {
    if (refusal !== undefined) return refusal;
    if (sending) return words('Reply_OnItsWay');
    if (isWithoutAddress) return words('Reply_NoAddress');
    return customerEmail && words('Reply_To', customerEmail);
  };
  const hasSuggestion = draftReply !== undefined && draftReply !== text;

  return (
    <section className="tp-reply" aria-label={heading}>
      <h3 className="tp-heading">{heading}</h3>
      {draftFacts !== undefined && draftReply !== undefined && <FactsList json={draftFacts} />}
      {!isMapped && <p className="tt-quiet">{words('Queue_Unmapped', words('TicketTriage_Column_draftReply'))}</p>}
      <Textarea
        ref={textBox}
        className="tp-box"
        resize="vertical"
        value={text}
        disabled={sending !== undefined}
        aria-label={heading}
        placeholder={words('Reply_Hint')}
        onChange={(_, { value }) => write(value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            onLeave();
          }
        }}
      />
      <div className="tp-reply-foot">
        <span className="tt-quiet tp-reply-to">{hint()}</span>
        {hasSuggestion && sending === undefined && refusal === undefined && (
          <Button size="small" appearance="subtle" onClick={() => write(draftReply)}>
            {words('Reply_UseSuggestion')}
          </Button>
        )}
        {sending?.state === 'waiting' ? (
          <Button size="small" onClick={() => actions.undo(sending.id)}>
            {words('Undo_Button')}
          </Button>
        ) : (
          <Button
            size="small"
            appearance="primary"
            disabled={refusal !== undefined || isEmpty || sending !== undefined}
            onClick={send}
          >
            {words('Reply_Send')}
          </Button>
        )}
      </div>
    </section>
  );
};
