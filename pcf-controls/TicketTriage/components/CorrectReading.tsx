import { Select } from '@fluentui/react-components';
import * as React from 'react';
import { confidenceBand } from '../model/confidence';
import { CORRECTABLE, stepOf } from '../model/ticket-actions';
import type { Ticket } from '../model/ticket';
import { useDesk } from './desk';
import type { Actions } from './use-actions';

type Corrected = (typeof CORRECTABLE)[number];

/** What the agent has said since, written or on its way: the view learns of it later. */
function correctedTo(ticket: Ticket, column: Corrected, { pending }: Pick<Actions, 'pending'>): string | undefined {
  for (const { action, tickets, results } of [...pending].reverse()) {
    if (action.kind !== 'correct' || action[column] === undefined) continue;
    const isOurs = tickets.some(({ id }) => id === ticket.id);
    const result = results.find((one) => one.ticket.id === ticket.id);
    if (isOurs && (result === undefined || result.outcome.kind === 'written')) return action[column];
  }
  return undefined;
}

/** What the AI read in the message, to be corrected in place. */
export const CorrectReading: React.FC<{ readonly ticket: Ticket; readonly actions: Actions }> = ({
  ticket,
  actions,
}) => {
  const { words, formats, settings, columns } = useDesk();
  const { confidence } = ticket;
  return (
    <section className="tp-part tp-reading" aria-label={words('Correct_Title')}>
      {CORRECTABLE.filter((column) => columns.inView[column] !== undefined).map((column) => {
        const choice: { readonly words: readonly string[] } = settings.choices[column];
        const value = correctedTo(ticket, column, actions) ?? ticket[column] ?? '';
        const step = stepOf({ kind: 'correct', [column]: choice.words[0] }, ticket, actions.actor);
        const refusal = 'refusal' in step ? words(`Refusal_${step.refusal}`) : undefined;
        return (
          <label key={column} className="tp-field">
            <span className="tt-quiet">
              {words(`TicketTriage_Column_${column}`)}
              {column === 'intent' && confidence !== undefined && (
                <>
                  {' · '}
                  {words(`Confidence_${confidenceBand(confidence, settings.confidence)}`, formats.percent(confidence))}
                </>
              )}
            </span>
            <Select
              size="small"
              value={value}
              disabled={refusal !== undefined}
              title={refusal}
              onChange={(_, { value: word }) => actions.start({ kind: 'correct', [column]: word }, [ticket])}
            >
              {value === '' && <option value="">{ticket.labels[column] ?? '–'}</option>}
              {choice.words.map((word) => (
                <option key={word} value={word}>
                  {words(`${column}_${word}`)}
                </option>
              ))}
            </Select>
          </label>
        );
      })}
    </section>
  );
};
