import type { RunObserver } from '../flow-engine/types';
import type { RunStore } from './run-store';

/** Stores every run that ends, child runs too, and passes everything on. */
export function observeRuns(store: RunStore, observer: RunObserver = {}): RunObserver {
  return {
    runStarted: (run) => observer.runStarted?.(run),
    actionStarted: (run, action) => observer.actionStarted?.(run, action),
    actionEnded: (run, action) => observer.actionEnded?.(run, action),
    runEnded(run) {
      store.add(run);
      observer.runEnded?.(run);
    },
  };
}
