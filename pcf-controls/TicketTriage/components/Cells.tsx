import * as React from 'react';
import { openElsewhere } from '../model/collision';
import { confidenceBand } from '../model/confidence';
import { nextAction } from '../model/next-action';
import { slaOf } from '../model/sla';
import type { ChoiceColumn, Ticket } from '../model/ticket';
import { type Desk, useDesk, useNow } from './desk';

interface Props {
  readonly ticket: Ticket;
}

/** Where a view has no column, or the ticket nothing in it. */
const NOTHING = '–';

/** A choice in words: ours, else the label of the table. */
export function choiceText({ words }: Pick<Desk, 'words'>, ticket: Ticket, column: ChoiceColumn): string | undefined {
  const word = ticket[column];
  return word === undefined ? ticket.labels[column] : words(`${column}_${word}`);
}

/** Two lines in a cell, the second one quieter. */
const Lines: React.FC<{ readonly first?: string; readonly second?: string; readonly className?: string }> = ({
  first,
  second,
  className,
}) => (
  <>
    <span className={`tt-line ${className ?? ''}`} title={first}>
      {first ?? NOTHING}
    </span>
    {second && (
      <span className="tt-line tt-quiet" title={second}>
        {second}
      </span>
    )}
  </>
);

/** The clock of a ticket; the only part of a row that changes as time passes. */
export const TimeLeft: React.FC<Props> = ({ ticket }) => {
  const desk = useDesk();
  const { words, formats, settings } = desk;
  const sla = slaOf(ticket, useNow(desk), settings.nearingShare);
  if (sla.state === 'none') return <Lines />;
  const span = formats.span(sla.left ?? 0);
  return (
    <>
      <span className="tt-line tt-time" data-state={sla.state} title={sla.due && formats.dateTime(sla.due)}>
        {words(`TimeLeft_${sla.state}`, span)}
      </span>
      <span className="tt-line tt-quiet">{words(`TimeLeft_${sla.state === 'paused' ? 'isPaused' : sla.clock}`)}</span>
    </>
  );
};

/** Number, order and parcel under the title; who has it open, if anybody else does. */
export const TicketTitle: React.FC<Props> = ({ ticket }) => {
  const { words, user, clock, formats } = useDesk();
  const { title, number, orderNumber, snoozedUntil, intent, trackingState } = ticket;
  const hasTracking = intent === 'order_tracking' && trackingState !== undefined && trackingState !== 'unknown';
  const tracking = hasTracking ? codeText({ words }, 'trackingState', trackingState) : undefined;
  const other = openElsewhere(ticket, user.id, clock.now);
  const collision = other === undefined ? undefined : words('Row_OpenedBy', other);
  const isSnoozed = snoozedUntil !== undefined && snoozedUntil > clock.now;
  const snoozed = isSnoozed ? words('Row_Snoozed', formats.dateTime(snoozedUntil)) : undefined;
  const numbers = [number, orderNumber].filter(Boolean).join(' · ');
  return (
    <>
      <span className="tt-line tt-strong" title={title}>
        {title ?? number ?? words('Row_Untitled')}
      </span>
      <span className="tt-line tt-quiet" title={[collision, snoozed, numbers, tracking].filter(Boolean).join(' · ')}>
        {collision && <span className="tt-tag tt-collision">{collision}</span>}
        {snoozed && <span className="tt-tag">{snoozed}</span>}
        {numbers}
        {tracking && <span className="tt-tag tt-tracking">{tracking}</span>}
      </span>
    </>
  );
};

/** A code in the user's words; one the control does not know is shown as it is. */
export function codeText({ words }: Pick<Desk, 'words'>, prefix: string, code: string): string {
  const text = words(`${prefix}_${code}`);
  return text === `${prefix}_${code}` ? code.replace(/_/g, ' ') : text;
}

export const Customer: React.FC<Props> = ({ ticket }) => (
  <Lines first={ticket.customerName ?? ticket.customerEmail} second={ticket.customerName && ticket.customerEmail} />
);

export const ChannelCell: React.FC<Props> = ({ ticket }) => {
  const desk = useDesk();
  return <Lines first={choiceText(desk, ticket, 'channel')} second={ticket.language?.toUpperCase()} />;
};

export const PriorityCell: React.FC<Props> = ({ ticket }) => {
  const text = choiceText(useDesk(), ticket, 'priority');
  return (
    <span className="tt-line tt-priority" data-word={ticket.priority} title={text}>
      {text ?? NOTHING}
    </span>
  );
};

export const StatusCell: React.FC<Props> = ({ ticket }) => {
  const desk = useDesk();
  const { agentId, agentName } = ticket;
  const agent = agentId === desk.user.id ? desk.words('Row_Me') : agentName;
  return <Lines first={choiceText(desk, ticket, 'status')} second={agent} />;
};

export const IntentCell: React.FC<Props> = ({ ticket }) => {
  const desk = useDesk();
  const { confidence } = ticket;
  const sure =
    confidence === undefined
      ? undefined
      : desk.words(
          `Confidence_${confidenceBand(confidence, desk.settings.confidence)}`,
          desk.formats.percent(confidence),
        );
  return <Lines first={choiceText(desk, ticket, 'intent')} second={sure} />;
};

export const SentimentCell: React.FC<Props> = ({ ticket }) => {
  const text = choiceText(useDesk(), ticket, 'sentiment');
  return (
    <span className="tt-line tt-sentiment" data-word={ticket.sentiment} title={text}>
      {text ?? NOTHING}
    </span>
  );
};

export const NextAction: React.FC<Props> = ({ ticket }) => {
  const { words, clock } = useDesk();
  const action = nextAction(ticket, clock.now);
  if (action === undefined) return <Lines />;
  const text = words(`NextAction_${action}`);
  return (
    <span className="tt-line tt-next" data-action={action} title={text}>
      {text}
    </span>
  );
};
