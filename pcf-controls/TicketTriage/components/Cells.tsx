import * as React from 'react';
import { openElsewhere } from '../model/collision';
import { confidenceBand } from '../model/confidence';
import type { CellName } from '../model/layout';
import { nextAction } from '../model/next-action';
import { slaOf } from '../model/sla';
import type { ChoiceColumn, Ticket } from '../model/ticket';
import { type Desk, useDesk, useNow } from './desk';

/**
 * What a cell of a ticket shows. Functions, no components: there are many in the first view, and only the clock changes
 * while its row stays.
 */
type Cell = (desk: Desk, ticket: Ticket) => React.ReactElement;

/** Where a view has no column, or the ticket nothing in it. */
const NOTHING = '–';

/** A choice in words: ours, else the label of the table. */
export function choiceText({ words }: Pick<Desk, 'words'>, ticket: Ticket, column: ChoiceColumn): string | undefined {
  const word = ticket[column];
  return word === undefined ? ticket.labels[column] : words(`${column}_${word}`);
}

/** A line of a cell, which can be read in full where it is cut off. @param data what its sign depends on */
const line = (text: string | undefined, className = '', data?: object): React.ReactElement => (
  <span className={`tt-line ${className}`} title={text} {...data}>
    {text ?? NOTHING}
  </span>
);

/** Two lines in a cell, the second one quieter. */
const twoLines = (first: string | undefined, second?: string): React.ReactElement => (
  <>
    {line(first)}
    {second && line(second, 'tt-quiet')}
  </>
);

/** The clock of a ticket; the only part of a row that changes as time passes. */
export const TimeLeft: React.FC<{ readonly ticket: Ticket }> = ({ ticket }) => {
  const desk = useDesk();
  const { words, formats, settings } = desk;
  const sla = slaOf(ticket, useNow(desk), settings.nearingShare);
  if (sla.state === 'none') return line(undefined);
  const span = formats.span(sla.left ?? 0);
  return (
    <>
      <span className="tt-line tt-time" data-state={sla.state} title={sla.due && formats.dateTime(sla.due)}>
        {words(`TimeLeft_${sla.state}`, span)}
      </span>
      {line(words(`TimeLeft_${sla.state === 'paused' ? 'isPaused' : sla.clock}`), 'tt-quiet')}
    </>
  );
};

/** Number, order and parcel under the title; who has it open, if anybody else does. */
const titleCell: Cell = ({ words, user, clock, formats }, ticket) => {
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
      {line(title ?? number ?? words('Row_Untitled'), 'tt-strong')}
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

const statusCell: Cell = (desk, ticket) => {
  const { agentId, agentName } = ticket;
  return twoLines(choiceText(desk, ticket, 'status'), agentId === desk.user.id ? desk.words('Row_Me') : agentName);
};

const intentCell: Cell = (desk, ticket) => {
  const { confidence } = ticket;
  const band = confidence !== undefined && `Confidence_${confidenceBand(confidence, desk.settings.confidence)}`;
  const sure = band ? desk.words(band, desk.formats.percent(confidence)) : undefined;
  return twoLines(choiceText(desk, ticket, 'intent'), sure);
};

const nextCell: Cell = ({ words, clock }, ticket) => {
  const action = nextAction(ticket, clock.now);
  return action === undefined
    ? line(action)
    : line(words(`NextAction_${action}`), 'tt-next', { 'data-action': action });
};

/** What each cell of the table shows. */
export const CELL: Readonly<Record<Exclude<CellName, 'select'>, Cell>> = {
  time: (_, ticket) => <TimeLeft ticket={ticket} />,
  ticket: titleCell,
  customer: (_, { customerName, customerEmail }) =>
    twoLines(customerName ?? customerEmail, customerName && customerEmail),
  channel: (desk, ticket) => twoLines(choiceText(desk, ticket, 'channel'), ticket.language?.toUpperCase()),
  priority: (desk, ticket) =>
    line(choiceText(desk, ticket, 'priority'), 'tt-priority', { 'data-word': ticket.priority }),
  status: statusCell,
  intent: intentCell,
  sentiment: (desk, ticket) =>
    line(choiceText(desk, ticket, 'sentiment'), 'tt-sentiment', { 'data-word': ticket.sentiment }),
  next: nextCell,
};
