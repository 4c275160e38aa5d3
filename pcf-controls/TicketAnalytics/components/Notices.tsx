import { Button } from '@fluentui/react-components';
import * as React from 'react';
import type { Column } from '../model/measures';
import { useSurroundings } from './surroundings';

/** Why there are no charts, or why they may be out of date. */
export type Trouble =
  | { readonly kind: 'unmapped'; readonly missing: readonly Column[] }
  | { readonly kind: 'forbidden' | 'offline' | 'empty' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stale'; readonly since: string };

interface Props {
  readonly trouble: Trouble;
  onRetry(): void;
}

/** What is wrong, and what can be done about it. */
export const Notice: React.FC<Props> = ({ trouble, onRetry }) => {
  const { speech } = useSurroundings();
  const { say } = speech;
  const detail = {
    unmapped: () => ('missing' in trouble ? say('Missing', trouble.missing.map(speech.column).join(', ')) : ''),
    forbidden: () => say('Forbidden'),
    offline: () => say('Offline'),
    empty: () => say('Empty'),
    failed: () => ('message' in trouble ? say('Failed', trouble.message) : ''),
    stale: () => ('since' in trouble ? say('Stale', trouble.since) : ''),
  }[trouble.kind]();
  return (
    <div className="TicketAnalytics-notice" role={trouble.kind === 'failed' ? 'alert' : 'status'}>
      <span>{detail}</span>
      {(trouble.kind === 'failed' || trouble.kind === 'stale') && (
        <Button size="small" onClick={onRetry}>
          {say('Retry')}
        </Button>
      )}
    </div>
  );
};

/** What stands where figures and charts will be. */
export const Skeleton: React.FC = () => {
  const { speech } = useSurroundings();
  return (
    <div role="status" aria-label={speech.say('Loading')}>
      <div className="TicketAnalytics-figures" aria-hidden="true">
        {Array.from({ length: 7 }, (_, index) => (
          <div key={index} className="TicketAnalytics-figure TicketAnalytics-blank" />
        ))}
      </div>
      <div className="TicketAnalytics-charts" aria-hidden="true">
        {Array.from({ length: 4 }, (_, index) => (
          <div key={index} className="TicketAnalytics-card TicketAnalytics-blank" />
        ))}
      </div>
    </div>
  );
};

interface ProgressProps {
  /** Rows there are by now. */
  readonly rows: number;
  /** From 0 to 1. */
  readonly share: number;
}

/** Further pages are being fetched. */
export const Progress: React.FC<ProgressProps> = ({ rows, share }) => {
  const { speech } = useSurroundings();
  const text = speech.say('Progress', speech.formats.number(rows));
  return (
    <div className="TicketAnalytics-progress">
      <progress aria-label={text} max={1} value={share} />
      <span className="TicketAnalytics-note">{text}</span>
    </div>
  );
};
