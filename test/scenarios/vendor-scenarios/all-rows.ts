import { modelRows } from './model';
import { moneyRows } from './money';
import { orderRows } from './orders';
import { parcelRows } from './parcels';
import { paymentRows } from './payments';
import type { ScenarioRow } from './scenario-row';
import { troubleRows } from './trouble';

/** Every scenario, by number. */
export const scenarioRows: readonly ScenarioRow[] = [
  ...orderRows,
  ...paymentRows,
  ...parcelRows,
  ...troubleRows,
  ...moneyRows,
  ...modelRows,
].sort((a, b) => a.number - b.number);
