import * as React from 'react';

/** Ages are told in minutes. */
const TICK = 30_000;

/** The time, moving on while somebody can see it. @param visible false while the host shows another tab */
export function useNow(visible: boolean): Date {
  const [now, setNow] = React.useState(() => new Date());
  React.useEffect(() => {
    if (!visible) return;
    const tick = () => {
      if (!document.hidden) setNow(new Date());
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    const timer = window.setInterval(tick, TICK);
    return () => {
      document.removeEventListener('visibilitychange', tick);
      window.clearInterval(timer);
    };
  }, [visible]);
  return now;
}
