import * as React from 'react';

/** Gives the focus back to where it was before a dialog opened. */
export function useReturnFocus(): void {
  const [before] = React.useState(() => document.activeElement);
  React.useEffect(
    () => () => {
      // Not before the dialog, which holds the focus, is gone.
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      }, 0);
    },
    [before],
  );
}
