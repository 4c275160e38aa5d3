import * as React from 'react';
import { useSurroundings } from './surroundings';

/** How long it says that a text was copied. */
const SHOWN = 2000;

/** Puts a number on the clipboard; not there where a host allows no clipboard. */
export const CopyButton: React.FC<{ readonly text: string; readonly label: string }> = ({ text, label }) => {
  const { say } = useSurroundings().speech;
  const [outcome, setOutcome] = React.useState<'Copied' | 'NotCopied' | undefined>();
  React.useEffect(() => {
    if (outcome === undefined) return;
    const timer = window.setTimeout(() => setOutcome(undefined), SHOWN);
    return () => window.clearTimeout(timer);
  }, [outcome]);
  const clipboard = (navigator as Partial<Navigator>).clipboard;
  if (clipboard === undefined) return null;
  const copy = () => {
    clipboard.writeText(text).then(
      () => setOutcome('Copied'),
      () => setOutcome('NotCopied'),
    );
  };
  return (
    <>
      <button type="button" className="OrderContext-copy" onClick={copy} aria-label={`${label}: ${text}`} title={label}>
        <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M5 5V3a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-2M3 5h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z" />
        </svg>
      </button>
      <span role="status" className="OrderContext-quiet">
        {outcome && say(outcome)}
      </span>
    </>
  );
};
