import type { Outcome, OutcomeKind } from './outcome';

/** Counts and times of one replay. */
export interface ReplaySummary {
  messages: number;
  bad_lines: number;
  answered: number;
  to_review: number;
  ignored: number;
  unfinished: number;
  tickets: number;
  failed_runs: number;
  mails_failed: number;
  mails_unknown: number;
  /** Milliseconds a message's run took, in real time. */
  p50_ms: number;
  p95_ms: number;
  seconds: number;
  messages_per_second: number;
  time_shares: Record<string, number>;
}

export function percentile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return 0;
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

export function summarize(input: {
  outcomes: readonly Outcome[];
  badLines: number;
  failedRuns: number;
  runTimes: readonly number[];
  elapsedMs: number;
  shares: readonly { part: string; share: number }[];
}): ReplaySummary {
  const { outcomes, badLines, failedRuns, elapsedMs, shares } = input;
  const count = (kind: OutcomeKind) => outcomes.filter((outcome) => outcome.kind === kind).length;
  const mails = (state: string) => outcomes.filter(({ mail }) => mail === state).length;
  const times = [...input.runTimes].sort((a, b) => a - b);
  return {
    messages: outcomes.length,
    bad_lines: badLines,
    answered: count('answered'),
    to_review: count('to_review'),
    ignored: count('ignored'),
    unfinished: count('unfinished'),
    tickets: new Set(outcomes.flatMap(({ ticket }) => ticket ?? [])).size,
    failed_runs: failedRuns,
    mails_failed: mails('failed'),
    mails_unknown: mails('unknown'),
    p50_ms: rounded(percentile(times, 0.5)),
    p95_ms: rounded(percentile(times, 0.95)),
    seconds: rounded(elapsedMs / 1000),
    messages_per_second: elapsedMs > 0 ? rounded((outcomes.length / elapsedMs) * 1000) : 0,
    time_shares: Object.fromEntries(shares.map(({ part, share }) => [part, rounded(share, 3)])),
  };
}

/** The summary for a person. */
export function summaryLines(summary: ReplaySummary): string[] {
  const { messages, answered, to_review, ignored, unfinished, tickets } = summary;
  const share = (part: number) => (messages === 0 ? '' : ` (${Math.round((part / messages) * 100)} %)`);
  const lines = [
    `messages    ${messages}${summary.bad_lines > 0 ? `, and ${summary.bad_lines} lines that could not be read` : ''}`,
    `answered    ${answered}${share(answered)}`,
    `to review   ${to_review}${share(to_review)}`,
    `ignored     ${ignored}`,
    `tickets     ${tickets}`,
    `failed      ${summary.failed_runs} runs, ${summary.mails_failed} mails; ${summary.mails_unknown} mails unknown`,
    `per message p50 ${summary.p50_ms} ms, p95 ${summary.p95_ms} ms`,
    `speed       ${summary.messages_per_second} messages/s, ${summary.seconds} s in all`,
  ];
  if (unfinished > 0) lines.push(`UNFINISHED  ${unfinished}: neither answered nor queued`);
  const parts = Object.entries(summary.time_shares).map(([part, of]) => `${part} ${Math.round(of * 100)} %`);
  if (parts.length > 0) lines.push(`time spent  ${parts.join(', ')}`);
  return lines;
}
