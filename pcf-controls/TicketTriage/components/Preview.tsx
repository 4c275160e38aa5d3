import { Button } from '@fluentui/react-components';
import * as React from 'react';
import { openElsewhere, type OpenMarks } from '../model/collision';
import { logicalName } from '../model/columns';
import type { Ticket } from '../model/ticket';
import { ActionBar, type Asked } from './ActionBar';
import { choiceText, codeText, TimeLeft } from './Cells';
import { ConversationList } from './ConversationList';
import { CorrectReading } from './CorrectReading';
import { useDesk, useNow } from './desk';
import { PreviewOrder } from './PreviewOrder';
import { type Drafts, ReplyBox } from './ReplyBox';
import type { Actions } from './use-actions';
import { useConversation, useSettled } from './use-conversation';
import { useDetails } from './use-details';

interface Props {
  readonly ticket: Ticket;
  readonly width: number;
  readonly actions: Actions;
  readonly drafts: Drafts;
  readonly marks: OpenMarks;
  readonly textBox: React.RefObject<HTMLTextAreaElement>;
  /** True where the preview stands in place of the list. */
  readonly isAlone: boolean;
  readonly onAsk: (asked: Asked) => void;
  readonly onSent: () => void;
  readonly onLeaveReply: () => void;
  readonly onOpenForm: () => void;
  readonly onClose: () => void;
}

/** Statuses in which nobody is kept from anything by another who has the ticket open. */
const isOver = ({ status }: Ticket): boolean => status === 'resolved' || status === 'closed';

/** Everything about one ticket that is needed to answer it. */
export const Preview: React.FC<Props> = (props) => {
  const { width, actions, drafts, marks, textBox, isAlone, onAsk } = props;
  const desk = useDesk();
  const { words, user } = desk;
  const now = useNow(desk);
  const isSettled = useSettled(props.ticket.id);
  const { ticket, areMissing } = useDetails(props.ticket, isSettled);
  // A reply of ours that was queued is part of the conversation, also when nothing is said about it any more.
  const lastReply = React.useRef<string>();
  for (const { id, action, state, tickets } of actions.pending)
    if (action.kind === 'reply' && state === 'done' && tickets.some((one) => one.id === ticket.id))
      lastReply.current = id;
  const { reading, retry } = useConversation(desk, ticket.id, isSettled, lastReply.current);
  useOpenMark(ticket, isSettled, actions, marks, now);

  const close = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => {
    // The list that had the focus is gone.
    if (isAlone) close.current?.focus();
  }, [isAlone, ticket.id]);

  const other = isOver(ticket) ? undefined : openElsewhere(ticket, user.id, now);
  const lastInbound =
    reading.state === 'read'
      ? [...reading.conversation.messages].reverse().find(({ direction }) => direction === 'inbound')
      : undefined;
  const { number, title, customerName, customerEmail, reviewReasons, requiresReview } = ticket;
  const name = title ?? number ?? words('Row_Untitled');
  const agent = ticket.agentId === user.id ? words('Row_Me') : (ticket.agentName ?? words('Preview_Nobody'));
  const state = [choiceText(desk, ticket, 'status'), agent, choiceText(desk, ticket, 'channel')].filter(Boolean);

  return (
    <aside className="tt-preview" style={{ width }} aria-label={name}>
      <header className="tp-header">
        <div className="tp-names">
          <h2 className="tp-title" dir="auto">
            {name}
          </h2>
          <p className="tt-quiet">
            {[number, customerName, customerEmail].filter(Boolean).map((text, place) => (
              <React.Fragment key={text}>
                {place > 0 && ' · '}
                <bdi>{text}</bdi>
              </React.Fragment>
            ))}
          </p>
          <p className="tp-state">
            <span>{state.join(' · ')}</span>
            <span className="tp-clock">
              <TimeLeft ticket={ticket} />
            </span>
          </p>
        </div>
        <Button size="small" appearance="subtle" onClick={props.onOpenForm}>
          {words('Preview_OpenForm')}
        </Button>
        <Button
          ref={close}
          size="small"
          appearance="subtle"
          aria-label={words('Preview_Close')}
          onClick={props.onClose}
        >
          ✕
        </Button>
      </header>
      <ActionBar tickets={[ticket]} actions={actions} onAsk={onAsk} />
      <div className="tp-scroll" tabIndex={0} role="group" aria-label={words('Preview_Details')}>
        {other !== undefined && (
          <p className="tt-banner tt-collision" role="status">
            {words('Preview_OpenElsewhere', other)}
          </p>
        )}
        {requiresReview === true && (
          <p className="tt-banner">
            <span className="tt-strong">{words('Preview_Review')}</span>
            {reviewReasons.length > 0 &&
              ` ${reviewReasons.map((reason) => codeText(desk, 'reviewReason', reason)).join(' · ')}`}
          </p>
        )}
        <CorrectReading ticket={ticket} actions={actions} />
        <PreviewOrder ticket={ticket} areDetailsMissing={areMissing} />
        <ConversationList reading={reading} onRetry={retry} />
      </div>
      <ReplyBox
        key={ticket.id}
        ticket={ticket}
        areDetailsMissing={areMissing}
        actions={actions}
        drafts={drafts}
        textBox={textBox}
        subject={lastInbound?.subject}
        onSent={props.onSent}
        onLeave={props.onLeaveReply}
      />
    </aside>
  );
};

/** Tells the others that the ticket is open here, for as long as it is. */
function useOpenMark(ticket: Ticket, isSettled: boolean, { actor }: Actions, marks: OpenMarks, now: Date): void {
  const { host, columns } = useDesk();
  const { openedBy, openedOn } = columns.names;
  const { id } = ticket;
  const isWanted = isSettled && !isOver(ticket) && actor.isOnline && actor.mayWrite;
  React.useEffect(() => {
    if (!isWanted || openedBy === undefined || openedOn === undefined || !marks.isDue(id, now)) return;
    const mark = {
      [`${openedBy}@odata.bind`]: `/systemusers(${actor.userId})`,
      [logicalName(openedOn)]: now.toISOString(),
    };
    // A hint only: when it cannot be written, nothing is lost.
    const write = async () => host.context.webAPI.updateRecord(host.dataset.getTargetEntityType(), id, mark);
    write().then(nothing, nothing);
  }, [isWanted, openedBy, openedOn, marks, id, now, actor.userId, host]);
}

const nothing = () => undefined;
