import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import * as React from 'react';
import { COMMANDS } from '../model/keyboard';
import { useDesk } from './desk';

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
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words('Help_Title')}</DialogTitle>
          <DialogContent>
            <dl className="tt-help">
              {COMMANDS.map(({ command, keys }) => (
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
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words('Help_Close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
