import * as React from 'react';
import { backlogChart } from '../model/charts/backlog';
import type { Basis } from '../model/charts/chart';
import { chatResolutionChart } from '../model/charts/chat-resolution';
import { heatMap } from '../model/charts/heat-map';
import { leaderboard } from '../model/charts/leaderboard';
import { responseTimeChart } from '../model/charts/response-time';
import { satisfactionChart } from '../model/charts/satisfaction';
import { volumeChart } from '../model/charts/volume';
import type { Day } from '../model/day';
import { keyFigures } from '../model/key-figures';
import type { Loaded } from '../model/metric-loader';
import { metricsOf } from '../model/metrics';
import type { KeptView } from '../model/kept-view';
import { periodBefore, periodOf } from '../model/period';
import type { Channel, Settings } from '../model/settings';
import { type AnyChart, ChartCard } from './ChartCard';
import { KeyFigures } from './KeyFigures';
import { Notice, Progress, Skeleton, type Trouble } from './Notices';
import { PeriodPicker } from './PeriodPicker';
import { useSurroundings } from './surroundings';
import { Textures } from './Textures';
import { useWidth } from './use-width';

interface Props {
  readonly loaded: Loaded;
  readonly settings: Settings;
  /** The day it is for the user. */
  readonly today: Day;
  /** The host's own troubles: no right, an error, no connection. */
  readonly trouble: Trouble | undefined;
  readonly allocatedWidth: number;
  /** How the charts were left. */
  readonly kept: KeptView;
  /** Days from here on are looked at. */
  onNeed(day: Day): void;
  onRetry(): void;
  /** The charts would be left like this. */
  onLeave(view: KeptView): void;
}

const PADDING = 16;
const GAP = 12;
/** From here on there is room for two charts beside each other. */
const TWO = 900;
/** Below, cards are as lean as they can be. */
const NARROW = 480;
const NARROW_PADDING = 8;
/** Published every hour: older than a day and what is left of it means that nothing is published any more. */
const STALE_AFTER: Day = 2;

function useCharts(basis: Basis, { channels, targets, minimumRatings }: Settings): readonly AnyChart[] {
  return React.useMemo(() => {
    const value = (name: Channel) => [...channels].find(([, channel]) => channel === name)?.[0];
    return [
      volumeChart(basis, value('email')),
      responseTimeChart(basis, value('email'), targets.emailSeconds),
      chatResolutionChart(basis, value('chat'), targets.chatResolution),
      satisfactionChart(basis, targets.satisfaction),
      backlogChart(basis),
      heatMap(basis),
      leaderboard(basis, minimumRatings),
    ];
  }, [basis, channels, targets, minimumRatings]);
}

/** Key figures and charts of the days that are looked at. */
export const Analytics: React.FC<Props> = (props) => {
  const { loaded, settings, today, trouble, allocatedWidth, kept, onNeed, onRetry, onLeave } = props;
  const { speech } = useSurroundings();
  const { say, formats } = speech;
  const root = React.useRef<HTMLDivElement>(null);
  const width = useWidth(root, allocatedWidth - 2 * PADDING);
  const [view, setView] = React.useState(kept);
  const { choice, isCompared, tables } = view;
  const change = (part: Partial<KeptView>) => setView({ ...view, ...part });
  const onTable = React.useCallback(
    (id: string) =>
      setView((before) => {
        const others = before.tables.filter((one) => one !== id);
        return { ...before, tables: others.length < before.tables.length ? others : [...others, id] };
      }),
    [],
  );
  React.useEffect(() => {
    if (view !== kept) onLeave(view);
  }, [view, kept, onLeave]);
  const metrics = React.useMemo(() => metricsOf(loaded.rows), [loaded.rows]);
  const newest = loaded.newest ?? today;
  const period = React.useMemo(() => periodOf(choice, newest), [choice, newest]);
  const before = periodBefore(period);
  const hasRows = loaded.newest !== undefined;
  React.useEffect(() => {
    if (hasRows) onNeed(before.from);
  }, [hasRows, onNeed, before.from]);

  const isBeforeLoaded = loaded.completeFrom <= before.from;
  const basis = React.useMemo<Basis>(
    () => ({ metrics, columns: loaded.columns, period, isCompared, speech }),
    [metrics, loaded.columns, period, isCompared, speech],
  );
  const figures = React.useMemo(
    () => keyFigures(metrics, loaded.columns, period, settings.targets, isBeforeLoaded),
    [metrics, loaded.columns, period, settings.targets, isBeforeLoaded],
  );
  const charts = useCharts(basis, settings);

  const perRow = width >= TWO ? 2 : 1;
  const padding = width < NARROW ? NARROW_PADDING : PADDING;
  /** Without the card's own frame. @param across how many of the columns it takes */
  const widthOf = (across: number) => Math.floor(((width + GAP) / perRow) * across - GAP) - 2 * padding - 2;
  // When nothing more comes, what there is is shown.
  const isReady = hasRows && (loaded.completeFrom <= period.from || !loaded.isLoading);
  const troubles: Trouble[] = [];
  if (trouble) troubles.push(trouble);
  else if (!loaded.isLoading && !hasRows) troubles.push({ kind: 'empty' });
  if (hasRows && newest < today - STALE_AFTER) troubles.push({ kind: 'stale', since: speech.longDay(newest) });
  const reached = (newest - Math.max(before.from, loaded.completeFrom)) / (newest - before.from);
  return (
    <div
      className={`TicketAnalytics-root ${width < NARROW ? 'TicketAnalytics-narrow' : ''}`}
      style={{ padding: PADDING }}
    >
      <div ref={root} />
      <Textures />
      <div className="TicketAnalytics-head">
        <h2>{say('Title')}</h2>
        {metrics.computedOn && (
          <span className="TicketAnalytics-note">{say('Computed', formats.dateTime(metrics.computedOn))}</span>
        )}
      </div>
      {troubles.map((one) => (
        <Notice key={one.kind} trouble={one} onRetry={onRetry} />
      ))}
      {hasRows && (
        <PeriodPicker
          metrics={metrics}
          newest={newest}
          choice={choice}
          period={period}
          isCompared={isCompared}
          width={width}
          onChoose={(choice) => change({ choice })}
          onCompare={(isCompared) => change({ isCompared })}
        />
      )}
      {loaded.isLoading && hasRows && <Progress rows={loaded.rows.length} share={Math.min(1, Math.max(0, reached))} />}
      {isReady && (
        <>
          <KeyFigures figures={figures} isLoading={loaded.isLoading} />
          <div className="TicketAnalytics-charts" style={{ gridTemplateColumns: `repeat(${perRow}, minmax(0, 1fr))` }}>
            {charts.map((chart, index) => (
              // The first one is the widest: seven charts leave no hole.
              <ChartCard
                key={chart.id}
                chart={chart}
                period={period}
                isTable={tables.includes(chart.id)}
                onTable={onTable}
                columns={index === 0 ? perRow : 1}
                width={widthOf(index === 0 ? perRow : 1)}
              />
            ))}
          </div>
        </>
      )}
      {!isReady && loaded.isLoading && <Skeleton />}
    </div>
  );
};
