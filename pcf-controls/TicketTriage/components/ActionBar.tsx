import { Button } from '@fluentui/react-components';
import * as React from 'react';
import { type Actor, type Refusal, stepOf, type TicketAction } from '../model/ticket-actions';
import type { Ticket } from '../model/ticket';
import { useDesk } from './desk';
import type { Actions } from './use-actions';

/** What can be asked for; some of it asks back: whom, until when. */
export const ASKED = ['assign_to_me', 'assign', 'take_up', 'give_back', 'escalate', 'snooze', 'resolve'] as const;
export type Asked = (typeof ASKED)[number];

interface Props {
  readonly tickets: readonly Ticket[];
  readonly actions: Actions;
  readonly onAsk: (asked: Asked) => void;
}

/** An action as far as it is known before anybody was asked for the rest. */
const tentative = (asked: Asked): TicketAction => {
  if (asked === 'assign') return { kind: 'assign', agentId: '', agentName: '' };
  return asked === 'snooze' ? { kind: 'snooze', until: new Date() } : { kind: asked };
};

/** Why an action can be done to none of the tickets: the first one's reason. */
function refusalFor(asked: Asked, tickets: readonly Ticket[], actor: Actor): Refusal | undefined {
  const refusals = tickets.map((ticket) => {
    const step = stepOf(tentative(asked), ticket, actor);
    return 'refusal' in step ? step.refusal : undefined;
  });
  return refusals.includes(undefined) ? undefined : refusals[0];
}

/** What can be done with tickets. An action that is not possible can still be found, and says why. */
export const ActionBar: React.FC<Props> = ({ tickets, actions: { actor }, onAsk }) => {
  const { words } = useDesk();
  // There may be thousands of tickets.
  const refusals = React.useMemo(
    () => new Map(ASKED.map((asked) => [asked, refusalFor(asked, tickets, actor)])),
    [tickets, actor],
  );
  return (
    <div className="tp-actions" role="group" aria-label={words('Action_Title')}>
      {ASKED.map((asked) => {
        const refusal = refusals.get(asked);
        const reason = refusal && words(`Refusal_${refusal}`);
        return (
          <Button
            key={asked}
            size="small"
            disabledFocusable={refusal !== undefined}
            title={reason}
            aria-label={reason && `${words(`Action_${asked}`)}: ${reason}`}
            onClick={() => {
              // A disabled button that can be focused still hears Enter.
              if (refusal === undefined) onAsk(asked);
            }}
          >
            {words(`Action_${asked}`)}
          </Button>
        );
      })}
    </div>
  );
};
