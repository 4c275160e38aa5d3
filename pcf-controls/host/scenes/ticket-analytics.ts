import { METRIC_COLUMNS, metricAt, METRICS_PER_DAY } from '../../mocks/samples/metrics';
import { createWebApi } from '../../mocks/web-api';
import type { Manifest } from '../manifest';
import { datasetScene, type Scene } from '../scene';
import type { Situation } from '../situation';

/** The rows of half a year, newest first. */
export function ticketAnalytics(manifest: Manifest, situation: Situation, now: number): Scene {
  return datasetScene(
    manifest,
    situation,
    {
      entity: 'rcc_dailymetric',
      columns: METRIC_COLUMNS,
      many: METRICS_PER_DAY * 182,
      unmapped: ['ratingSum', 'ratingCount', 'hour'],
      sorting: [{ name: 'rcc_date', sortDirection: 1 }],
      rowAt: (index) => metricAt(index, now),
    },
    createWebApi(),
  );
}
