import type { NewEvent } from '../../events/event';
import type { StoredAction } from './action';

/** Somebody else has gone on with the action since it was read: read it again. */
export class ActionMoved extends Error {
  override name = 'ActionMoved';
}

/** What became of starting an action: stored, or there before, or another one of the order has not ended. */
export type Begun = { stored: true } | { stored: false; known: StoredAction } | { stored: false; busyWith: string };

/**
 * Where actions live. What a method has acknowledged survives a killed process; what it has not either happened whole,
 * with its events, or not at all.
 */
export interface ActionStore {
  find(key: string): Promise<StoredAction | undefined>;
  /** Stores a new action together with its events, unless its key is known or its order has an unfinished one. */
  begin(action: StoredAction, events: readonly NewEvent[], now: Date): Promise<Begun>;
  /**
   * Stores the next version of an action together with its events; `action.version` is the version it was read at, and
   * the stored one is the next.
   * @throws {ActionMoved} when another version was stored since
   */
  save(action: StoredAction, events: readonly NewEvent[], now: Date): Promise<StoredAction>;
  /** Unfinished actions that are due, the longest waiting first. */
  due(now: Date, limit: number): Promise<StoredAction[]>;
}
