import { fromDate, moveTime } from '../../../flows/expressions/dates/flow-time';
import { parseTime } from '../../../flows/expressions/dates/parse-time';
import { ExpressionError } from '../../../flows/expressions/expression-error';
import { evaluateTemplate } from '../../../flows/expressions/template';
import { isFlowObject, wantCount, wantText } from '../../../flows/expressions/value-types';
import { type ActionCompiler } from './compiled-action';

/** Wait: for an interval (`count`, `unit`) or until a timestamp, on the run's clock, but no longer than a run may last. */
export const compileWait: ActionCompiler = (reader) => {
  if (!reader.has('inputs', 'interval') && !reader.has('inputs', 'until')) {
    reader.problem('A wait has an interval (count and unit) or a timestamp to wait until.', 'inputs');
  }
  const template = reader.template('inputs');
  return {
    execute: async ({ run, frame, signal }) => {
      const inputs = evaluateTemplate(template, frame.context);
      const now = run.host.clock.now();
      const ms = Math.max(0, wakeTime(inputs, now) - now.getTime());
      const left = run.timeLeft();
      await run.host.clock.sleep(Math.min(ms, left), signal);
      if (ms > left) run.timeOut();
      return { status: 'Succeeded', inputs };
    },
  };
};

function wakeTime(inputs: unknown, now: Date): number {
  if (isFlowObject(inputs) && isFlowObject(inputs.interval)) {
    const { count, unit } = inputs.interval;
    return moveTime(fromDate(now), wantCount('interval.count', count), wantText('interval.unit', unit)).wall;
  }
  if (isFlowObject(inputs) && isFlowObject(inputs.until)) {
    return parseTime(wantText('until.timestamp', inputs.until.timestamp)).wall;
  }
  throw new ExpressionError('A wait has an interval or a timestamp to wait until.');
}
