import type { RunObserver } from '../flow-engine/types';
import type { RunStore } from './run-store';

/** Stores every run that ends, child runs too, and passes everything on. */
export function observeRuns(store: RunStore, ...observers: readonly RunObserver[]): RunObserver {
  return {
    runStarted(run) {
      for (const observer of observers) observer.runStarted?.(run);
    },
    actionStarted(run, action) {
      for (const observer of observers) observer.actionStarted?.(run, action);
    },
    actionEnded(run, action) {
      for (const observer of observers) observer.actionEnded?.(run, action);
    },
    runEnded(run) {
      store.add(run);
      for (const observer of observers) observer.runEnded?.(run);
    },
  };
}
