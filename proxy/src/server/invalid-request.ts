import { type Problem, problemText } from '../contract/problem';
import { RccError } from '../errors/rcc-error';

const MOST_PROBLEMS = 20;

/** The answer to an input with problems: the first twenty in words, the field of the first as its target. */
export function invalidRequest(problems: readonly Problem[]): RccError {
  const listed = problems.slice(0, MOST_PROBLEMS).map(problemText);
  const more = problems.length > MOST_PROBLEMS ? [`${problems.length - MOST_PROBLEMS} more.`] : [];
  return new RccError('RCC_INVALID_REQUEST', [...listed, ...more].join(' '), problems[0]?.target);
}
