import { digitsToTell, type KeyFigure } from './key-figures';
import type { Speech } from './speech';

/** A key figure in words. */
export interface FigureText {
  readonly label: string;
  readonly value: string;
  readonly target: string;
  /** Met, missed, or why nobody can say. */
  readonly verdict: string;
  readonly state: 'met' | 'missed' | 'unknown';
  /** What it rests on, and what is still to come. */
  readonly notes: readonly string[];
  readonly change: { readonly text: string; readonly direction: 'up' | 'down' | 'level' } | undefined;
}

type Kind = Pick<KeyFigure, 'unit' | 'currency'>;

/** @param digits most digits after the point */
function written(
  { unit, currency }: Kind,
  value: number,
  digits: number,
  { formats, duration, score }: Speech,
): string {
  if (unit === 'duration') return duration(value, true);
  if (unit === 'share') return formats.percent(value, digits);
  if (unit === 'score') return digits > DIGITS.score ? formats.number(value, digits) : score(value);
  // The usual two digits, unless more are needed to tell it from the target.
  return digits > 2 || currency === undefined
    ? `${formats.number(value, digits)} ${currency ?? ''}`.trim()
    : formats.money(value, currency);
}

const DIGITS = { duration: 0, share: 1, score: 2, money: 2 } as const;

const scaleOf = ({ unit }: Kind): number => (unit === 'share' ? 100 : 1);

/** Differences of shares are points, those of others have their unit. */
function differenceText(figure: KeyFigure, difference: number, speech: Speech): string {
  const size = Math.abs(difference);
  return figure.unit === 'share'
    ? speech.say('Points', speech.formats.number(size * 100, figure.target < 0.01 ? 2 : 1))
    : written(figure, size, DIGITS[figure.unit], speech);
}

function changeOf(figure: KeyFigure, speech: Speech): FigureText['change'] {
  const { value, before, isLess } = figure;
  if (value === undefined || before === undefined) return undefined;
  const difference = value - before;
  const text = differenceText(figure, difference, speech);
  // What does not show is no change.
  if (text === differenceText(figure, 0, speech)) return { text: speech.say('Change_none'), direction: 'level' };
  const isBetter = difference < 0 === isLess;
  return {
    text: speech.say(isBetter ? 'Change_better' : 'Change_worse', text),
    direction: difference > 0 ? 'up' : 'down',
  };
}

/** @param isLoading the period before may still be on its way */
export function figureText(figure: KeyFigure, isLoading: boolean, speech: Speech): FigureText {
  const { id, unit, value, target, count, missing, isPending, isMet } = figure;
  const { say, formats } = speech;
  const common = {
    label: say(`Figure_${id}`),
    target: say(
      `Target_${id}`,
      unit === 'duration' ? speech.duration(target) : written(figure, target, DIGITS[unit], speech),
    ),
  };
  if (missing.length > 0) {
    const notes = [say('Missing', missing.map(speech.column).join(', '))];
    return { ...common, value: '–', verdict: say('NotMapped'), state: 'unknown', notes, change: undefined };
  }
  if (value === undefined) {
    const notes = isPending ? [say('Pending_note')] : [];
    const verdict = isPending ? say('Pending') : say('NoData');
    return { ...common, value: '–', verdict, state: 'unknown', notes, change: undefined };
  }
  const change = changeOf(figure, speech);
  return {
    ...common,
    value: written(figure, value, digitsToTell(value, target, scaleOf(figure), DIGITS[unit]), speech),
    verdict: isMet ? say('Met') : say('Missed'),
    state: isMet ? 'met' : 'missed',
    notes: [
      say(`Count_${id}`, formats.number(count ?? 0)),
      ...(isPending ? [say('Pending_note')] : []),
      ...(change ? [] : [isLoading ? say('Change_loading') : say('Change_unknown')]),
    ],
    change,
  };
}
