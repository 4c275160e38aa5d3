import { Button } from '@fluentui/react-components';
import * as React from 'react';
import { actionText, outcomeText, ticketName } from './action-texts';
import { useDesk } from './desk';
import { QueueDialog } from './QueueDialog';
import type { Proposal } from './use-actions';

interface Props {
  readonly proposal: Proposal;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Items listed at most: nobody reads more. */
const LISTED = 200;

/** Lists what an action on many tickets is about, before anything starts. */
export const BulkConfirm: React.FC<Props> = ({ proposal: { action, possible, refused }, onConfirm, onCancel }) => {
  const desk = useDesk();
  const { words, formats } = desk;
  return (
    <QueueDialog
      title={actionText(desk, 'Ask', action, possible)}
      isAlert
      onClose={onCancel}
      actions={
        <>
          <Button appearance="primary" onClick={onConfirm}>
            {words('Bulk_Confirm', possible.length)}
          </Button>
          <Button onClick={onCancel}>{words('Bulk_Cancel')}</Button>
        </>
      }
    >
      <div className="tp-confirm">
        <ul>
          {possible.slice(0, LISTED).map((ticket) => (
            <li key={ticket.id}>{ticketName(ticket, ' · ')}</li>
          ))}
          {possible.length > LISTED && <li>{words('Bulk_More', formats.number(possible.length - LISTED))}</li>}
        </ul>
        {refused.length > 0 && (
          <>
            <p className="tt-strong">{words('Bulk_LeftOut', refused.length)}</p>
            <ul>
              {refused.slice(0, LISTED).map(({ ticket, outcome }) => (
                <li key={ticket.id}>
                  {ticketName(ticket, ' · ')}: {outcomeText(desk, outcome)}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </QueueDialog>
  );
};
