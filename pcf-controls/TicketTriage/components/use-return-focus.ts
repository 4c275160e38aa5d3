import { useFocusFinders } from '@fluentui/react-components';
import * as React from 'react';

/** Gives the focus back to where it was before dialogs opened, once none of them is open any more. */
export function useReturnFocus(isDialogOpen: boolean): void {
  // Fluent's keeper of the focus leaves with the last that uses it. If that were the dialog itself, what it hides from
  // screen readers while it is open would stay hidden.
  useFocusFinders();
  const before = React.useRef<Element | null>(null);
  const wasOpen = React.useRef(false);
  // While rendering, because the dialog takes the focus as soon as it is there.
  if (isDialogOpen && !wasOpen.current) before.current = document.activeElement;
  wasOpen.current = isDialogOpen;
  React.useEffect(() => {
    if (!isDialogOpen) return undefined;
    return () => {
      // Not before the dialog, which holds the focus, is gone.
      setTimeout(() => {
        const { current } = before;
        if (current instanceof HTMLElement && current.isConnected) current.focus({ preventScroll: true });
      }, 0);
    };
  }, [isDialogOpen]);
}
