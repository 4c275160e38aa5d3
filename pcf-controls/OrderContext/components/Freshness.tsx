import { Button, Spinner } from '@fluentui/react-components';
import * as React from 'react';
import type { Lookup } from '../model/lookup';
import { useSurroundings } from './surroundings';

interface Props {
  readonly fetchedAt: Date | undefined;
  readonly now: Date;
  /** Facts this old may have been overtaken. */
  readonly staleHours: number;
  readonly offline: boolean;
  readonly lookup: Lookup;
  /** Why nobody can ask for newer facts here; nothing when one can. */
  readonly barred: 'read_only' | 'not_mapped' | undefined;
  onLookup(): void;
}

/** How old the facts are, and a way to have them looked up again. */
export const Freshness: React.FC<Props> = ({ fetchedAt, now, staleHours, offline, lookup, barred, onLookup }) => {
  const { say, formats } = useSurroundings().speech;
  const hasArrived = useArrival(lookup, fetchedAt);
  const age = fetchedAt && Math.max(0, now.getTime() - fetchedAt.getTime());
  const isStale = age !== undefined && age >= staleHours * 3_600_000;
  const facts = fetchedAt && age !== undefined && say('AsOf', formats.dateTime(fetchedAt), formats.span(age));
  const cannotAsk = lookup === 'waiting' || offline;
  return (
    <div className={isStale ? 'OrderContext-freshness is-stale' : 'OrderContext-freshness'}>
      <span>{[facts, isStale && say('Stale'), offline && say('Offline')].filter(Boolean).join(' · ')}</span>
      <span role="status">
        {lookup === 'waiting' && <Spinner size="tiny" label={say('Waiting')} />}
        {lookup === 'overdue' && say('Overdue')}
        {hasArrived && say('Arrived')}
      </span>
      {barred ? (
        <span>{say(`Barred_${barred}`)}</span>
      ) : (
        // Stays in the way of the keyboard, so that the focus is not lost with a click.
        <Button size="small" onClick={onLookup} disabledFocusable={cannotAsk}>
          {say('LookUpAgain')}
        </Button>
      )}
    </div>
  );
};

/** Whether what is shown came after somebody waited for it here. */
function useArrival(lookup: Lookup, fetchedAt: Date | undefined): boolean {
  const awaited = React.useRef<number | undefined>();
  const shown = fetchedAt?.getTime() ?? 0;
  if (lookup !== 'none') awaited.current = shown;
  return lookup === 'none' && awaited.current !== undefined && shown > awaited.current;
}
