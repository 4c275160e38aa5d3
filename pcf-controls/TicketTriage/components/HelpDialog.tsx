import { Button } from '@fluentui/react-components';
import * as React from 'react';
import { COMMANDS } from '../model/keyboard';
import { useDesk } from './desk';
import { QueueDialog } from './QueueDialog';

/** How a key is called where it is shown. */
const keyText = (key: string): string =>
  key === ' '
    ? '␣'
    : key
        .replace('Arrow', '')
        .replace('+', ' + ')
        .replace(/\b[a-z]$/, (letter) => letter.toUpperCase());

/** Everything the keyboard does. */
export const HelpDialog: React.FC<{ readonly onClose: () => void }> = ({ onClose }) => {
  const { words } = useDesk();
  return (
    <QueueDialog
      title={words('Help_Title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{words('Help_Close')}</Button>}
    >
      <dl className="tt-help">
        {Object.entries(COMMANDS).map(([command, keys]) => (
          <div key={command}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{keyText(key)}</kbd>
              ))}
            </dt>
            <dd>{words(`Help_${command}`)}</dd>
          </div>
        ))}
      </dl>
    </QueueDialog>
  );
};
