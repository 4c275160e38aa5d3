import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { AI_FAILURE_REASONS, AiFailure, aiFailureOf, type AiFailureReason } from '../../proxy/src/ai/ai-failure';
import type { LanguageModel, ModelAnswer, ModelTask, ModelUsage } from '../../proxy/src/ai/language-model';
import { hashOf } from '../../proxy/src/idempotency';

/** One line of a recording: what was asked only as a hash, what was answered in full. */
interface Line {
  question: string;
  purpose: string;
  /** Name and version of the prompt. */
  prompt: string;
  model?: string;
  answer?: unknown;
  usage?: ModelUsage;
  failure?: AiFailureReason;
}

/** Everything that can change an answer is part of the question; whom it is about is not. */
export const questionOf = ({ purpose, prompt, data, schema, longestAnswer }: ModelTask<unknown>): string =>
  hashOf([purpose, prompt, data, schema, longestAnswer]);

/** The recording has no answer to a question. */
export class NotRecorded extends AiFailure {
  override name = 'NotRecorded';
  constructor() {
    super('unavailable');
  }
}

function readLine(text: string, place: string): Line {
  let line: Partial<Line> | null;
  try {
    line = JSON.parse(text) as Partial<Line> | null;
  } catch (error) {
    throw new Error(`${place} is not JSON: ${(error as Error).message}. Record the answers anew.`);
  }
  const { question, failure, answer, usage, model } = line ?? {};
  const isAnswer = answer !== undefined && usage !== undefined && typeof model === 'string';
  if (typeof question !== 'string' || (!isAnswer && !AI_FAILURE_REASONS.some((reason) => reason === failure)))
    throw new Error(`${place} is no recorded answer: question, or answer with model and usage, is missing.`);
  return line as Line;
}

/** @throws Error naming file and line */
function readRecording(path: string): Map<string, Line> {
  const lines = readFileSync(path, 'utf8').split('\n');
  const known = new Map<string, Line>();
  lines.forEach((text, i) => {
    if (text.trim() === '') return;
    const line = readLine(text, `${path} line ${i + 1}`);
    known.set(line.question, line);
  });
  return known;
}

function answerOf<T>(task: ModelTask<T>, { failure, model, answer, usage }: Line): ModelAnswer<T> {
  if (failure !== undefined) throw new AiFailure(failure);
  // Read anew, as an answer that comes now: rules that have become stricter since hold for it too.
  const value = task.read(JSON.stringify(answer));
  if (value === null) throw new AiFailure('bad_answer');
  return { value, model: model!, promptVersion: task.prompt.version, usage: usage! };
}

/**
 * Answers from a recording; nothing is sent, and no answer is made up: what was not recorded fails as `NotRecorded`.
 * @throws Error naming file and line of what cannot be read
 */
export function replayingModel(path: string): LanguageModel {
  if (!existsSync(path)) throw new Error(`there is no recording ${path}. Make one with --record.`);
  const known = readRecording(path);
  return {
    ask(task) {
      const line = known.get(questionOf(task));
      return Promise.resolve().then(() => {
        if (line === undefined) throw new NotRecorded();
        return answerOf(task, line);
      });
    },
  };
}

/** What says that the service could not be asked, not how it answers: worth another try the next time. */
const PASSING: ReadonlySet<AiFailureReason> = new Set([
  ...(['timeout', 'rate_limited', 'unavailable', 'busy', 'budget', 'not_authorised', 'not_found'] as const),
]);

/**
 * Writes down every answer as it comes, so that a run that was interrupted goes on where it stopped: what the file holds
 * already is not asked again.
 */
export function recordingModel(model: LanguageModel, path: string): LanguageModel {
  const known = existsSync(path) ? readRecording(path) : new Map<string, Line>();
  const keep = (line: Line): void => {
    known.set(line.question, line);
    appendFileSync(path, `${JSON.stringify(line)}\n`);
  };
  return {
    async ask(task, signal) {
      const question = questionOf(task);
      const before = known.get(question);
      if (before !== undefined) return answerOf(task, before);
      const about = { question, purpose: task.purpose, prompt: `${task.prompt.name} ${task.prompt.version}` };
      try {
        const answer = await model.ask(task, signal);
        keep({ ...about, model: answer.model, answer: answer.value, usage: answer.usage });
        return answer;
      } catch (problem) {
        const { reason } = aiFailureOf(problem);
        if (!PASSING.has(reason)) keep({ ...about, failure: reason });
        throw problem;
      }
    },
  };
}
