import { Button } from '@fluentui/react-components';
import * as React from 'react';
import type { Ticket } from '../model/ticket';
import { ActionBar, type Asked } from './ActionBar';
import { useDesk } from './desk';
import type { Actions } from './use-actions';

interface Props {
  readonly tickets: readonly Ticket[];
  readonly actions: Actions;
  readonly onAsk: (asked: Asked) => void;
  readonly onClear: () => void;
}

/** What can be done with all chosen tickets at once. */
export const BulkBar: React.FC<Props> = ({ tickets, actions, onAsk, onClear }) => {
  const { words } = useDesk();
  return (
    <div className="tp-bulk" role="region" aria-label={words('Bulk_Title')}>
      <span className="tt-strong">{words('Bulk_Count', tickets.length)}</span>
      <ActionBar tickets={tickets} actions={actions} onAsk={onAsk} />
      <Button size="small" appearance="subtle" onClick={onClear}>
        {words('Bulk_Clear')}
      </Button>
    </div>
  );
};
