import { Button } from '@fluentui/react-components';
import * as React from 'react';
import type { PendingAction } from '../model/action-queue';
import { TickingClock } from '../model/ticking-clock';
import { actionText, outcomeText, ticketName } from './action-texts';
import { type Desk, useDesk, useNow } from './desk';
import type { Actions } from './use-actions';

/** Milliseconds that is shown what went well. */
const SHOWN_FOR = 6000;

const isWritten = ({ results }: PendingAction): boolean => results.every(({ outcome }) => outcome.kind === 'written');

/** An action in a sentence, as it stands. */
function stateText(desk: Desk, pending: PendingAction): string {
  const { words } = desk;
  const { action, tickets, state, results } = pending;
  if (state === 'waiting') return actionText(desk, 'Undo', action, tickets);
  const written = results.filter(({ outcome }) => outcome.kind === 'written').map(({ ticket }) => ticket);
  if (state === 'writing') return words('Undo_Writing', written.length, tickets.length);
  return isWritten(pending)
    ? actionText(desk, 'Done', action, written)
    : words('Done_some', written.length, results.length);
}

const SecondsLeft: React.FC<{ readonly dueAt: number }> = ({ dueAt }) => {
  const { words } = useDesk();
  const [clock] = React.useState(() => new TickingClock(1000));
  useNow({ clock });
  React.useEffect(() => () => clock.stop(), [clock]);
  // The sentence beside it has told screen readers how long there is.
  return (
    <span className="tp-seconds" aria-hidden="true">
      {words('Undo_Seconds', Math.max(0, Math.ceil((dueAt - Date.now()) / 1000)))}
    </span>
  );
};

const Notice: React.FC<{ readonly pending: PendingAction; readonly actions: Actions }> = ({ pending, actions }) => {
  const desk = useDesk();
  const { words } = desk;
  const { id, state, dueAt, results } = pending;
  const isGood = state === 'done' && isWritten(pending);
  const { dismiss } = actions;
  React.useEffect(() => {
    if (!isGood) return undefined;
    const timer = setTimeout(() => dismiss(id), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [isGood, id, dismiss]);
  const bad = state === 'done' ? results.filter(({ outcome }) => outcome.kind !== 'written') : [];
  return (
    <div className="tp-notice" data-state={state === 'done' && !isGood ? 'bad' : state}>
      <div className="tp-notice-line">
        <span className="tp-notice-text">{stateText(desk, pending)}</span>
        {state === 'waiting' && (
          <>
            <SecondsLeft dueAt={dueAt} />
            <Button size="small" onClick={() => actions.undo(id)}>
              {words('Undo_Button')}
            </Button>
          </>
        )}
        {bad.some(({ outcome }) => outcome.kind === 'failed') && (
          <Button size="small" onClick={() => actions.retry(id)}>
            {words('Shared_Retry')}
          </Button>
        )}
        {state === 'done' && (
          <Button size="small" appearance="subtle" onClick={() => dismiss(id)}>
            {words('Undo_Dismiss')}
          </Button>
        )}
      </div>
      {bad.length > 0 && (
        <ul className="tp-results">
          {bad.map(({ ticket, outcome }) => (
            <li key={ticket.id}>
              <span className="tt-strong">{ticketName(ticket)}</span> {outcomeText(desk, outcome)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** What is on its way and can still be undone, and what became of what was done. */
export const UndoBar: React.FC<{ readonly actions: Actions }> = ({ actions }) => {
  const desk = useDesk();
  const { pending } = actions;
  const last = pending[pending.length - 1];
  // The numbers while rows are written would be read out one by one.
  const said = React.useRef('');
  if (last === undefined || last.state !== 'writing')
    said.current =
      last === undefined
        ? ''
        : `${stateText(desk, last)}${last.state === 'waiting' ? ` ${desk.words('Undo_Hint')}` : ''}`;
  return (
    <>
      <div className="tt-hidden" role="status" aria-live="polite">
        {said.current}
      </div>
      {pending.length > 0 && (
        <div className="tp-notices" role="region" aria-label={desk.words('Undo_Title')}>
          {pending.map((one) => (
            <Notice key={one.id} pending={one} actions={actions} />
          ))}
        </div>
      )}
    </>
  );
};
