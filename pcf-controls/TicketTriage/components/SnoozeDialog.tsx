import { Button, Input } from '@fluentui/react-components';
import * as React from 'react';
import { fieldText, readField, snoozeEnd, SNOOZES } from '../model/snooze';
import { useDesk } from './desk';
import { QueueDialog } from './QueueDialog';

interface Props {
  readonly onChoose: (until: Date) => void;
  readonly onCancel: () => void;
}

/** Until when a ticket sleeps: soon, tomorrow, next week, or at a moment of one's own. Times are the user's. */
export const SnoozeDialog: React.FC<Props> = ({ onChoose, onCancel }) => {
  const { words, formats, host } = useDesk();
  const offset = (at: Date) => host.context.userSettings.getTimeZoneOffsetMinutes(at);
  const [now] = React.useState(() => new Date());
  const [text, setText] = React.useState(() => fieldText(snoozeEnd('tomorrow', now, offset), offset));
  const chosen = readField(text, now, offset);
  return (
    <QueueDialog
      title={words('Snooze_Title')}
      onClose={onCancel}
      actions={
        <Button appearance="subtle" onClick={onCancel}>
          {words('Bulk_Cancel')}
        </Button>
      }
    >
      <div className="tp-snoozes">
        {SNOOZES.map((snooze) => {
          const until = snoozeEnd(snooze, now, offset);
          return (
            <Button key={snooze} onClick={() => onChoose(until)}>
              {words(`Snooze_${snooze}`, formats.dateTime(until))}
            </Button>
          );
        })}
      </div>
      <form
        className="tp-snooze-own"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) onChoose(chosen);
        }}
      >
        <label className="tp-field">
          <span>{words('Snooze_Own')}</span>
          <Input type="datetime-local" value={text} onChange={(_, { value }) => setText(value)} />
        </label>
        <Button type="submit" disabled={!chosen}>
          {words('Snooze_Choose')}
        </Button>
      </form>
      {!chosen && <p role="status">{words('Snooze_Past')}</p>}
    </QueueDialog>
  );
};
