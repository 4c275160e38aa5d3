import * as React from 'react';
import type { Speech } from '../model/speech';

/** What every part of the control needs. */
export interface Surroundings {
  readonly speech: Speech;
  /** Opens a page at a vendor in a window of its own. */
  open(address: string): void;
}

const Place = React.createContext<Surroundings | undefined>(undefined);
export const SurroundingsProvider = Place.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = React.useContext(Place);
  if (!surroundings) throw new Error('This part belongs inside SurroundingsProvider.');
  return surroundings;
}
