import * as React from 'react';
import type { Drill } from '../model/drill';
import type { Speech } from '../model/speech';

/** What every part of the control is given. */
export interface Surroundings {
  readonly speech: Speech;
  readonly isRightToLeft: boolean;
  /** Begins the ids of this control: several may be on one page. */
  readonly idPrefix: string;
  onDrill(drill: Drill): void;
}

const Given = React.createContext<Surroundings | undefined>(undefined);
export const SurroundingsProvider = Given.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = React.useContext(Given);
  if (surroundings === undefined) throw new Error('A part of the control stands outside of it.');
  return surroundings;
}
