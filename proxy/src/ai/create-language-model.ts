import type OpenAI from 'openai';
import type { EventPayload } from '../events/event-kinds';
import { hashOf } from '../idempotency';
import { type Bulkhead, BulkheadFull, createBulkhead } from '../resilience/bulkhead';
import { createCircuitBreaker } from '../resilience/circuit-breaker';
import { type Deadline, pause, startDeadline, within } from '../resilience/deadline';
import { stopWatch } from '../stop-watch';
import { AiFailure, aiFailureOf, type AiFailureReason } from './ai-failure';
import type { AzureOpenAiSettings } from './azure-openai-settings';
import { callModel, type ModelCall } from './call-model';
import type { LanguageModel, ModelAnswer, ModelTask } from './language-model';
import type { ModelLedger } from './model-ledger';
import { createDialect } from './model-parameters';
import { costOf, DEFAULT_PRICES } from './model-price';
import { createModelSpending } from './model-spending';
import { openClient } from './open-client';
import { createServicePause } from './service-pause';
import { createSharedQuestions } from './shared-questions';

const DEFAULT_CONCURRENCY = 8;
/** Questions that wait for each one that runs. */
const WAITING_PER_PLACE = 2;
/** Before a failing service is asked once more: anything up to this, so that many do not come at once. */
const MOST_BEFORE_REPETITION_MS = 500;

export interface LanguageModelOptions {
  /** Takes down what calls cost; without one there is no budget. */
  ledger?: ModelLedger;
  /** Told of each call: reason, tokens, duration, never what was written. With a `warning` somebody should look. */
  log?(entry: object): void;
  /** The clock of dates; the machine's when left out. */
  now?(): Date;
  /** Milliseconds that only grow, for pauses and rests. */
  clock?(): number;
  /** Waits before a repetition. */
  wait?: typeof pause;
}

/** How it stands with the language model, for whoever looks after the service. */
export interface ModelState {
  state: 'answering' | 'resting' | 'budget_spent';
  /** US dollars since the day of the desk's time zone began; null when nothing is taken down. */
  spent_today: number | null;
  /** US dollars; null without a budget. */
  daily_budget: number | null;
}

export interface ServiceModel extends LanguageModel {
  state(): Promise<ModelState>;
  /** Resolves when the cost of every call so far is taken down; only then may the store be closed. */
  close(): Promise<void>;
}

/** What says that the service is down or will refuse the next call as well. */
const DOWN: ReadonlySet<AiFailureReason> = new Set(['timeout', 'unavailable', 'not_authorised', 'not_found']);
/** What somebody has to mend. */
const TO_MEND: ReadonlySet<AiFailureReason> = new Set(['not_authorised', 'not_found', 'bad_request']);
const NO_QUOTA = 'insufficient_quota';
/** A call that ended with more time left than this was given up by those who waited. */
const GIVEN_UP_MS = 10;

/**
 * Opens the language model on Azure OpenAI or OpenAI: so many calls at once, one deadline over everything, one repetition
 * of what may pass, a pause for all when the service limits calls, a rest when it is down, and nothing beyond the day's
 * budget (processes that share a database may overshoot it by the calls in flight). Nothing is loaded or sent before the
 * first question.
 */
export function createLanguageModel(settings: AzureOpenAiSettings, options: LanguageModelOptions = {}): ServiceModel {
  const { ledger, log, now = () => new Date(), clock = () => performance.now(), wait = pause } = options;
  const { deployment, timeoutMs, concurrency = DEFAULT_CONCURRENCY, prices = DEFAULT_PRICES, dailyBudget } = settings;
  const dialect = createDialect(deployment, settings);
  const questions = createSharedQuestions(timeoutMs);
  const servicePause = createServicePause(clock);
  const breaker = createCircuitBreaker(undefined, clock);
  const bulkhead = createBulkhead({ most: concurrency, mostWaiting: concurrency * WAITING_PER_PLACE });
  const spending =
    ledger &&
    createModelSpending(ledger, clock, (cost, err) =>
      log?.({ warning: 'the cost of a call could not be stored', cost, err }),
    );
  let client: OpenAI | undefined;
  let restsFor: AiFailureReason = 'unavailable';
  let toldSpent = false;

  function throwIfSpent(spent: number): void {
    if (dailyBudget === undefined) return;
    const is = spent >= dailyBudget;
    if (is && !toldSpent) {
      log?.({ warning: 'AI_DAILY_BUDGET is spent: everything is read offline until tomorrow', spent, dailyBudget });
    }
    toldSpent = is;
    if (is) throw new AiFailure('budget');
  }

  /** Waits while the service wants to be asked nothing. @throws AiFailure when that takes longer than the deadline */
  async function waitOutPause(deadline: Deadline): Promise<void> {
    const ms = servicePause.msLeft();
    if (ms === 0) return;
    if (ms >= deadline.remainingMs()) throw new AiFailure('rate_limited');
    await wait(ms, deadline.signal);
    if (servicePause.msLeft() > 0) throw new AiFailure('rate_limited');
  }

  function takeDown(task: ModelTask<unknown>, call: ModelCall<unknown>, duration_ms: number): number {
    const cost = costOf(call.promptTokens, call.completionTokens, prices);
    const failure = call.outcome instanceof AiFailure ? call.outcome : undefined;
    const outcome: EventPayload<'ai.used'>['outcome'] = failure?.reason ?? 'answered';
    const { purpose, prompt, about } = task;
    const use = {
      purpose,
      model: call.model,
      prompt_version: prompt.version,
      outcome,
      prompt_tokens: call.promptTokens,
      completion_tokens: call.completionTokens,
      cost,
      duration_ms,
    };
    const { status, code } = failure?.details ?? {};
    const warning = failure && TO_MEND.has(failure.reason) ? { warning: 'the language model refuses' } : {};
    log?.({ ...warning, ...use, status, code, vendor_request_id: call.requestId });
    spending?.add({ ...use, prompt: prompt.name, tokens_estimated: call.estimated, cost_currency: 'USD', ...about });
    return cost;
  }

  /** What a call tells about the service is for all calls. */
  function learnFrom({ outcome }: ModelCall<unknown>, begunWithMs: number, deadline: Deadline): void {
    if (!(outcome instanceof AiFailure)) {
      servicePause.answered();
      return breaker.succeeded();
    }
    const { reason, details } = outcome;
    // A call that was given up, or had little time from the beginning, is not held against the service.
    const saysNothing = reason === 'timeout' && (deadline.remainingMs() > GIVEN_UP_MS || begunWithMs < timeoutMs / 2);
    if (saysNothing) return breaker.abandoned();
    if (reason === 'rate_limited') servicePause.begin(details.retryAfterSeconds ?? null);
    if (!DOWN.has(reason)) return breaker.succeeded();
    restsFor = reason;
    breaker.failed();
  }

  async function askOnce<T>(task: ModelTask<T>, deadline: Deadline): Promise<ModelAnswer<T>> {
    await waitOutPause(deadline);
    // Those who waited with this one may have spent the rest.
    if (spending) throwIfSpent(spending.known());
    const begunWithMs = deadline.remainingMs();
    if (begunWithMs <= 0) throw new AiFailure('timeout');
    client ??= openClient(settings);
    if (!breaker.allows()) throw new AiFailure(restsFor);
    const elapsed = stopWatch();
    const call = await callModel(client, deployment, dialect, task, deadline, now);
    learnFrom(call, begunWithMs, deadline);
    const cost = takeDown(task, call, elapsed());
    if (call.outcome instanceof AiFailure) throw call.outcome;
    return {
      value: call.outcome.value,
      model: call.model,
      promptVersion: task.prompt.version,
      usage: { prompt_tokens: call.promptTokens, completion_tokens: call.completionTokens, cost },
    };
  }

  async function answer<T>(task: ModelTask<T>, deadline: Deadline): Promise<ModelAnswer<T>> {
    // Whoever comes while the service rests is told at once and waits for nobody.
    if (breaker.rests()) throw new AiFailure(restsFor);
    // A store that hangs must not take the places of those whose answer is under way.
    if (spending && dailyBudget !== undefined) throwIfSpent(await spending.today(deadline));
    const leave = await place(bulkhead, deadline);
    try {
      return await askOnce(task, deadline).catch(async (problem: unknown) => {
        const failure = aiFailureOf(problem);
        if (!mayPass(failure)) throw failure;
        // After a limit there is a pause to wait out; a service that fails gets a moment, or what it asked for.
        if (failure.reason === 'unavailable') {
          const stated = failure.details.retryAfterSeconds;
          const ms = typeof stated === 'number' ? stated * 1000 : Math.random() * MOST_BEFORE_REPETITION_MS;
          if (ms >= deadline.remainingMs()) throw failure;
          await wait(ms, deadline.signal);
        }
        return askOnce(task, deadline);
      });
    } finally {
      leave();
    }
  }

  /** Exactly: with the calls that are being taken down. @throws when the ledger does not tell in time */
  async function spentToday(): Promise<number | null> {
    if (!spending) return null;
    const deadline = startDeadline(timeoutMs);
    await within(spending.settled(), deadline, () => new AiFailure('store'));
    return spending.today(deadline);
  }

  return {
    async ask(task, signal) {
      const { purpose, prompt, data, schema, longestAnswer } = task;
      const key = hashOf([purpose, prompt, data, schema.name, longestAnswer]);
      try {
        return await questions.ask(
          key,
          signal,
          (deadline) => answer(task, deadline),
          () => new AiFailure('timeout'),
        );
      } catch (problem) {
        throw aiFailureOf(problem, now());
      }
    },

    async state() {
      const spent_today = await spentToday().catch(() => null);
      const isOver = dailyBudget !== undefined && spent_today !== null && spent_today >= dailyBudget;
      const isResting = breaker.rests() || servicePause.msLeft() > 0;
      return {
        state: isOver ? 'budget_spent' : isResting ? 'resting' : 'answering',
        spent_today,
        daily_budget: dailyBudget ?? null,
      };
    },

    close: () => spending?.settled() ?? Promise.resolve(),
  };
}

/** A place among the calls that run. @throws AiFailure `busy` */
async function place(bulkhead: Bulkhead, deadline: Deadline): Promise<() => void> {
  try {
    return await bulkhead.enter(deadline);
  } catch (problem) {
    throw problem instanceof BulkheadFull ? new AiFailure('busy') : problem;
  }
}

/** An account without means stays so whatever the wait. */
const mayPass = ({ reason, details }: AiFailure): boolean =>
  reason === 'unavailable' || (reason === 'rate_limited' && details.code !== NO_QUOTA);
