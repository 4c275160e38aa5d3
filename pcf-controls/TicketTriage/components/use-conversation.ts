import * as React from 'react';
import { type Conversation, readConversation } from '../model/conversation';
import { reasonOf } from '../model/ticket-writer';
import type { Desk } from './desk';

/** A conversation as far as it is read. */
export type Reading =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'read'; readonly conversation: Conversation };

const LOADING: Reading = { state: 'loading' };

/**
 * The messages of the ticket in view.
 * @param isSettled false while somebody only passes by on the way to another ticket: nothing is read yet
 * @param version another one, and they are read again; what was read stays until then
 */
export function useConversation(
  { host, settings }: Desk,
  ticketId: string,
  isSettled: boolean,
  version: string | undefined,
): { reading: Reading; retry: () => void } {
  const [found, setFound] = React.useState<{ ticketId: string; reading: Reading }>();
  const [tries, setTries] = React.useState(0);
  React.useEffect(() => {
    if (!isSettled) return undefined;
    let isWanted = true;
    // An answer that comes when another ticket is in view is dropped.
    const show = (reading: Reading) => {
      if (isWanted) setFound({ ticketId, reading });
    };
    const { messageTable, messageColumns, choices } = settings;
    readConversation(ticketId, { webApi: host.context.webAPI, messageTable, messageColumns, choices }).then(
      (conversation) => show({ state: 'read', conversation }),
      (error: unknown) => show({ state: 'failed', reason: reasonOf(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [host, settings, ticketId, isSettled, version, tries]);
  const retry = React.useCallback(() => {
    setFound(undefined);
    setTries((before) => before + 1);
  }, []);
  return { reading: found?.ticketId === ticketId ? found.reading : LOADING, retry };
}

/** Milliseconds a ticket is in view before anything is read for it: arrowing through the queue costs nothing. */
const PASSING = 300;

/** Whether a ticket has been in view for a moment. */
export function useSettled(ticketId: string): boolean {
  const [settled, setSettled] = React.useState<string>();
  React.useEffect(() => {
    const timer = setTimeout(() => setSettled(ticketId), PASSING);
    return () => clearTimeout(timer);
  }, [ticketId]);
  return settled === ticketId;
}
