import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import * as React from 'react';

interface Props {
  readonly title: string;
  /** It asks something that has to be answered: a click beside it does not close it. */
  readonly isAlert?: boolean;
  /** The buttons at its end. */
  readonly actions: React.ReactNode;
  readonly onClose: () => void;
}

/** A dialog over the control; it is open as long as it is there. */
export const QueueDialog: React.FC<Props> = ({ title, isAlert, actions, onClose, children }) => (
  <Dialog open modalType={isAlert ? 'alert' : 'modal'} onOpenChange={onClose}>
    <DialogSurface>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>{children}</DialogContent>
        <DialogActions>{actions}</DialogActions>
      </DialogBody>
    </DialogSurface>
  </Dialog>
);
