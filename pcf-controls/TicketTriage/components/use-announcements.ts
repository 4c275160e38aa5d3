import * as React from 'react';
import { arrivedTickets, BreachWatch, WATCHED } from '../model/announce';
import { slaOf } from '../model/sla';
import type { View } from '../model/view';
import type { Desk } from './desk';

/**
 * What a screen reader is told: tickets that arrived, and those that ran late. Only the first rows are watched, so that the
 * work stays small.
 * @param wasAskedFor whether a person asked for the rows there are now; it is answered with what is shown and reset
 */
export function useAnnouncements(
  { words, clock, settings, read }: Desk,
  view: View,
  wasAskedFor: React.MutableRefObject<boolean>,
): string {
  const [message, setMessage] = React.useState('');
  const known = React.useRef<ReadonlySet<string>>(new Set());
  const breaches = React.useRef(new BreachWatch());

  const { ids, records, isLoading, failure } = view;
  React.useEffect(() => {
    if (isLoading || failure !== undefined) return;
    if (wasAskedFor.current) {
      if (known.current.size > 0) setMessage(words('Announce_shown', ids.length));
    } else {
      const arrived = arrivedTickets(known.current, ids);
      if (arrived.length > 0) setMessage(words('Announce_arrived', arrived.length));
    }
    known.current = new Set(ids);
    wasAskedFor.current = false;
  }, [ids, isLoading, failure, words, wasAskedFor]);

  React.useEffect(() => {
    const look = () => {
      const first = ids.slice(0, WATCHED);
      const late = breaches.current.look(
        first.flatMap((id) => {
          const record = records[id];
          return record ? [[id, slaOf(read(record), clock.now, settings.nearingShare).state] as const] : [];
        }),
      );
      if (late.length === 0) return;
      const record = records[late[0] ?? ''];
      const name = record && (read(record).number ?? read(record).title);
      setMessage(
        late.length === 1 && name ? words('Announce_breachedOne', name) : words('Announce_breached', late.length),
      );
    };
    // After the rows are on the screen: nobody waits for it.
    const soon = setTimeout(look, 0);
    const leave = clock.subscribe(look);
    return () => {
      clearTimeout(soon);
      leave();
    };
  }, [ids, records, read, clock, settings, words]);

  return message;
}
