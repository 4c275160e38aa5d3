import { Refusal } from '../cli/command';
import { PersonNeeded, StepFailed, type Step } from './step';

const say = (text: string) => process.stdout.write(`${text}\n`);
const list = (lines: readonly string[], mark = '') => lines.map((line) => `    ${mark}${line}`).join('\n');

const leftBehind = (left: readonly string[]) => `\nLeft to a person:\n${list(left, '- ')}`;

/** What a person would type for each step, and what is left to a person after them. */
export function printSteps(steps: readonly Step[], left: readonly string[]): void {
  for (const [index, { title, commands }] of steps.entries())
    say(`\n${String(index + 1)}. ${title}\n${list(commands)}`);
  say(leftBehind(left));
}

/** Runs the steps in order and says what came out of each. @returns the exit code, as the usage says */
export async function runSteps(steps: readonly Step[], left: readonly string[]): Promise<number> {
  for (const [index, step] of steps.entries()) {
    const place = `${String(index + 1)}/${String(steps.length)} ${step.title}`;
    try {
      say(`${place}: ${await step.run()}`);
    } catch (error) {
      if (error instanceof PersonNeeded) {
        say(`${place}: ${error.message}\n${list(error.todo)}`);
        return 3;
      }
      if (error instanceof StepFailed || error instanceof Refusal) {
        const [said, remedy] = error instanceof StepFailed ? [error.said, error.remedy] : ['', 'Then run this again.'];
        process.stderr.write(`${[`${place}: ${error.message}`, said, remedy].filter(Boolean).join('\n')}\n`);
        return 1;
      }
      throw error;
    }
  }
  say(leftBehind(left));
  return 0;
}
