import { Button } from '@fluentui/react-components';
import * as React from 'react';
import type { DayChart } from '../model/charts/chart';
import type { HeatMap } from '../model/charts/heat-map';
import type { Leaderboard } from '../model/charts/leaderboard';
import { download } from '../model/csv';
import { isoDay } from '../model/day';
import type { Period } from '../model/period';
import { AgentTable } from './AgentTable';
import { DataTable } from './DataTable';
import { DayPlot } from './DayPlot';
import { HeatGrid } from './HeatGrid';
import { Legend } from './Legend';
import { useSurroundings } from './surroundings';

export type AnyChart = DayChart | HeatMap | Leaderboard;

interface Props {
  readonly chart: AnyChart;
  readonly period: Period;
  /** Columns of the page it takes. */
  readonly columns: number;
  /** Of what is drawn, in pixels. */
  readonly width: number;
  readonly isTable: boolean;
  /** Shows the chart as a table, or as a picture again. */
  onTable(id: string): void;
}

/** A chart with its title, what it says, its legend, its table and its download. */
export const ChartCard: React.FC<Props> = React.memo(function ChartCard(props) {
  const { chart, period, columns, width, isTable, onTable } = props;
  const { speech, idPrefix } = useSurroundings();
  const { say } = speech;
  const titleId = `${idPrefix}-${chart.id}-title`;
  const summaryId = `${idPrefix}-${chart.id}-summary`;
  const canShow = chart.missing.length === 0 && chart.hasData;
  return (
    <section className="TicketAnalytics-card" style={{ gridColumn: `span ${columns}` }} aria-labelledby={titleId}>
      <div className="TicketAnalytics-head">
        <h3 id={titleId}>{chart.title}</h3>
        {canShow && (
          <div className="TicketAnalytics-tools">
            <Button
              size="small"
              appearance="subtle"
              aria-pressed={isTable}
              aria-label={say('Table_of', chart.title)}
              onClick={() => onTable(chart.id)}
            >
              {say('Table')}
            </Button>
            <Button
              size="small"
              appearance="subtle"
              aria-label={say('Csv_of', chart.title)}
              onClick={() => download(chart.table, `${chart.id}-${isoDay(period.from)}-${isoDay(period.to)}.csv`)}
            >
              {say('Csv')}
            </Button>
          </div>
        )}
      </div>
      {chart.missing.length > 0 ? (
        <p className="TicketAnalytics-absent">{say('Missing', chart.missing.map(speech.column).join(', '))}</p>
      ) : (
        <p id={summaryId} className={chart.hasData ? 'TicketAnalytics-summary' : 'TicketAnalytics-absent'}>
          {chart.hasData ? chart.summary : say('NoData_period')}
        </p>
      )}
      {canShow && isTable && <DataTable caption={chart.title} table={chart.table} />}
      {canShow && !isTable && (
        <>
          <Legend chart={chart} />
          <Picture chart={chart} width={width} describedBy={summaryId} />
        </>
      )}
    </section>
  );
});

const Picture: React.FC<Pick<Props, 'chart' | 'width'> & { readonly describedBy: string }> = ({ chart, ...rest }) => {
  if (chart.kind === 'days') return <DayPlot chart={chart} {...rest} />;
  return chart.kind === 'heat-map' ? <HeatGrid chart={chart} {...rest} /> : <AgentTable chart={chart} />;
};
