import { type ActionRecord, type RunRecord } from '../flow-engine/types';

export interface RunTextOptions {
  /** Show every repetition of loops, also the successful ones. */
  all: boolean;
}

/** A run as the portal's run page shows it: every action with its outcome, those inside a container indented. */
export function runText(run: RunRecord, options: RunTextOptions): string {
  const lines = [
    `${run.flowName}: ${run.status}${took(run.startTime, run.endTime)}, ${run.billableActions} action${run.billableActions === 1 ? '' : 's'} counted`,
    `  run      ${run.runId}${run.parentRunId === undefined ? '' : `, called by ${run.parentRunId}`}`,
    `  started  ${run.startTime} by ${run.trigger.name}`,
    ...(run.error ? [`  error    ${run.error.code}: ${run.error.message}`] : []),
    '',
    ...actionLines(run.actions, options),
  ];
  if (run.response) lines.push('', `  response ${run.response.statusCode} ${short(run.response.body, 300)}`);
  return `${lines.join('\n')}\n`;
}

/** Inputs, outputs and tries of one action, repetition by repetition. */
export function actionText(records: readonly ActionRecord[]): string {
  return records
    .map((record) =>
      [
        `${record.name}${place(record)}: ${record.status} (${record.code})${took(record.startTime, record.endTime)}`,
        ...(record.error ? [`  error    ${record.error.code}: ${record.error.message}`] : []),
        ...(record.tries.length > 1 ? record.tries.map((one, index) => tryLine(one, index)) : []),
        `  inputs   ${indented(record.inputs)}`,
        `  outputs  ${indented(record.outputs)}`,
        '',
      ].join('\n'),
    )
    .join('\n');
}

const tryLine = ({ startTime, statusCode, error }: ActionRecord['tries'][number], index: number): string =>
  `  try ${index + 1}    ${startTime} ${statusCode ?? 'no answer'}${error ? ` ${error.message}` : ''}`;

const place = ({ repetition }: ActionRecord): string =>
  repetition.length === 0 ? '' : ` [${repetition.map((index) => index + 1).join('.')}]`;

function actionLines(actions: readonly ActionRecord[], { all }: RunTextOptions): string[] {
  const width = Math.min(
    60,
    actions.reduce((most, one) => Math.max(most, 2 * depthOf(one) + one.name.length + 6), 20),
  );
  return inOrder(actions, all).flatMap(({ record, repeated, shown }) => {
    if (!all && !shown) return [];
    const name = `${'  '.repeat(depthOf(record))}${record.name}${all || repeated === 1 ? place(record) : ''}`;
    const notes = [
      all || repeated === 1 ? '' : `${repeated} repetitions`,
      record.code === 'OK' || record.code === record.status || record.status === 'Skipped' ? '' : record.code,
      record.tries.length > 1 ? `${record.tries.length} tries` : '',
      spent(record.startTime, record.endTime),
    ].filter((note) => note !== '');
    const line =
      `  ${record.status.padEnd(10)} ${name.padEnd(width)} ${record.type.padEnd(18)} ${notes.join(', ')}`.trimEnd();
    return record.error && record.status !== 'Skipped'
      ? [line, `  ${' '.repeat(11)}${'  '.repeat(depthOf(record))}! ${short(record.error.message, 200)}`]
      : [line];
  });
}

const depthOf = ({ parents }: ActionRecord): number => parents?.length ?? 0;

interface Shown {
  record: ActionRecord;
  repeated: number;
  /** Left out of the short form: a further repetition that went like the first. */
  shown: boolean;
}

/**
 * Containers before their content, everything else by the time it started; of the repetitions of an action the short
 * form shows one for each outcome.
 */
function inOrder(actions: readonly ActionRecord[], all: boolean): Shown[] {
  /** Records by container and then by name, in the order in which the names were first met. */
  const inside = new Map<string, Map<string, ActionRecord[]>>();
  for (const record of actions) {
    const byName = entryOf(inside, record.parents?.at(-1) ?? '', () => new Map<string, ActionRecord[]>());
    entryOf(byName, record.name, () => []).push(record);
  }
  const result: Shown[] = [];
  const visit = (parent: string): void => {
    const named = [...(inside.get(parent) ?? [])].map(([name, records]) => ({
      name,
      records,
      start: records.reduce((first, { startTime }) => (startTime < first ? startTime : first), records[0]!.startTime),
    }));
    // Sorting is stable: what started at the same moment stays in the order in which it ended.
    named.sort((left, right) => (left.start < right.start ? -1 : left.start > right.start ? 1 : 0));
    for (const { name, records } of named) {
      const repetitions = new Map<string, number>();
      for (const record of records) repetitions.set(outcomeOf(record), (repetitions.get(outcomeOf(record)) ?? 0) + 1);
      const seen = new Set<string>();
      for (const record of records) {
        const outcome = outcomeOf(record);
        result.push({ record, repeated: repetitions.get(outcome)!, shown: !seen.has(outcome) });
        seen.add(outcome);
      }
      // What is inside a container that was left out was left out as well.
      if (all || records.some(({ status }) => status !== 'Skipped')) visit(name);
    }
  };
  visit('');
  return result;
}

const outcomeOf = ({ status, code, error }: ActionRecord): string => `${status}/${code}/${error?.message ?? ''}`;

/** The value of a key, made where it is missing. */
function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function spent(from: string, to: string | undefined): string {
  const ms = to === undefined ? 0 : Date.parse(to) - Date.parse(from);
  if (ms < 1) return '';
  if (ms < 1000) return `${ms} ms`;
  if (ms < 120_000) return `${Number((ms / 1000).toFixed(1))} s`;
  if (ms < 7_200_000) return `${Math.round(ms / 60_000)} min`;
  return `${Number((ms / 3_600_000).toFixed(1))} h`;
}

function took(from: string, to: string | undefined): string {
  const text = spent(from, to);
  return text === '' ? '' : ` in ${text}`;
}

/** Compact JSON, cut. */
function short(value: unknown, length: number): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const line = text.replace(/\s+/g, ' ');
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

const indented = (value: unknown): string =>
  value === undefined
    ? 'none'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
