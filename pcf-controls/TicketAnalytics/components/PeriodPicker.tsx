import { Button, Switch } from '@fluentui/react-components';
import * as React from 'react';
import type { Day } from '../model/day';
import type { Metrics } from '../model/metrics';
import { type Choice, type Period, PRESETS } from '../model/period';
import { Brush } from './Brush';
import { useSurroundings } from './surroundings';

interface Props {
  readonly metrics: Metrics;
  readonly newest: Day;
  readonly choice: Choice;
  readonly period: Period;
  readonly isCompared: boolean;
  readonly width: number;
  onChoose(choice: Choice): void;
  onCompare(isCompared: boolean): void;
}

/** The days that are looked at: by a button, or drawn over all days. */
export const PeriodPicker: React.FC<Props> = (props) => {
  const { metrics, newest, choice, period, isCompared, width, onChoose, onCompare } = props;
  const { speech } = useSurroundings();
  const { say } = speech;
  return (
    <section className="TicketAnalytics-period" aria-label={say('Period')}>
      <div className="TicketAnalytics-choices">
        <div role="group" aria-label={say('Period')}>
          {PRESETS.map((days) => {
            const isChosen = 'last' in choice && choice.last === days;
            return (
              <Button
                key={days}
                size="small"
                appearance={isChosen ? 'primary' : 'secondary'}
                aria-pressed={isChosen}
                onClick={() => onChoose({ last: days })}
              >
                {say('Last_days', days)}
              </Button>
            );
          })}
        </div>
        <Switch label={say('Compare')} checked={isCompared} onChange={(_event, { checked }) => onCompare(checked)} />
        <span className="TicketAnalytics-note" role="status">
          {say('Period_shown', speech.longDay(period.from), speech.longDay(period.to))}
        </span>
      </div>
      <Brush metrics={metrics} newest={newest} period={period} width={width} onChoose={onChoose} />
    </section>
  );
};
