import { type Step } from './random-program';

/** What became of one step. */
interface Trace {
  step: Step;
  repetition: number[];
  status: string;
  start: number;
  end: number;
  /** Per block, or per iteration of a loop. */
  inside: Trace[][];
  /** What ends the run stays as it is when the run ends. */
  last?: boolean;
}

const isLoop = ({ kind }: Step): boolean => kind === 'Foreach' || kind === 'Until';
const bad = ['Failed', 'TimedOut', 'Cancelled'];

/**
 * The rules of a run once more, slow and obvious: work out when everything would start and end if nothing cut it short;
 * then cut at time limits, innermost first, and at the first Terminate that is reached.
 * @returns status by `name[repetition]`, and that of the run
 */
export function expectedEnds(program: Step[]): { run: string; ends: Map<string, string> } {
  let traces = block(program, 0, []);
  const ends = terminations(traces);
  let run = verdict(program, traces);
  if (ends.length > 0) {
    const first = Math.min(...ends);
    traces = traces.map((trace) => cut(trace, first)[0]!);
    run = 'Cancelled';
  }
  return {
    run,
    ends: new Map(flat(traces).map(({ step, repetition, status }) => [`${step.name}[${repetition.join()}]`, status])),
  };
}

/** A block: round after round, whatever has all its predecessors behind it is decided. */
function block(steps: Step[], start: number, repetition: number[]): Trace[] {
  const traces: (Trace | undefined)[] = steps.map(() => undefined);
  while (traces.includes(undefined)) {
    steps.forEach((step, index) => {
      const before = step.waits.map(({ on }) => traces[on]);
      if (traces[index] || before.includes(undefined)) return;
      const from = Math.max(start, ...before.map((trace) => trace!.end));
      const runs = step.waits.every(({ on, statuses }) => statuses.includes(traces[on]!.status));
      traces[index] = runs ? execute(step, from, repetition) : skipped(step, from, repetition);
    });
  }
  return traces as Trace[];
}

function skipped(step: Step, at: number, repetition: number[]): Trace {
  const parts = step.kind === 'ends' ? [endingSteps(step)] : step.blocks;
  const inside = parts.map((steps) => steps.map((inner) => skipped(inner, at, repetition)));
  return { step, repetition, status: 'Skipped', start: at, end: at, inside };
}

function execute(step: Step, start: number, repetition: number[]): Trace {
  const trace = unlimited(step, start, repetition);
  if (step.limit === undefined || trace.end <= start + step.limit) return trace;
  const [short] = cut(trace, start + step.limit);
  return { ...short!, status: 'TimedOut', end: start + step.limit };
}

function unlimited(step: Step, start: number, repetition: number[]): Trace {
  const ended = (status: string, end: number, inside: Trace[][] = []): Trace => ({
    step,
    repetition,
    status,
    start,
    end,
    inside,
  });
  const { kind, ms } = step;
  if (kind === 'succeeds') return ended('Succeeded', start + ms);
  if (kind === 'fails') return ended('Failed', start + ms);
  if (kind === 'varies') return ended(repetition.at(-1) === 0 ? 'Failed' : 'Succeeded', start + ms);
  if (kind === 'hangs') return ended('TimedOut', start + ms);
  if (kind === 'ends') {
    const [wait, end] = endingSteps(step).map((each) => ({ step: each, repetition, inside: [], last: true }));
    const waited = { ...wait!, status: 'Succeeded', start, end: start + ms };
    return ended('Succeeded', start + ms, [[waited, { ...waited, ...end!, start: start + ms }]]);
  }
  if (isLoop(step)) return loop(step, start, repetition, ended);
  const inside = step.blocks.map((steps, index) =>
    index === step.taken || kind === 'Scope'
      ? block(steps, start, repetition)
      : steps.map((inner) => skipped(inner, start, repetition)),
  );
  const taken = kind === 'Scope' ? 0 : step.taken;
  return ended(verdict(step.blocks[taken]!, inside[taken]!), lastEnd(inside[taken]!, start), inside);
}

function loop(
  step: Step,
  start: number,
  repetition: number[],
  ended: (status: string, end: number, inside: Trace[][]) => Trace,
): Trace {
  const [steps = []] = step.blocks;
  const inside: Trace[][] = [];
  let end = start;
  let status = 'Succeeded';
  for (let index = 0; index < step.times; index += 1) {
    const from = step.kind === 'Foreach' && step.parallel ? start : end;
    const iteration = block(steps, from, [...repetition, index]);
    inside.push(iteration);
    end = Math.max(end, lastEnd(iteration, from));
    if (verdict(steps, iteration) === 'Failed') status = 'Failed';
    if (status === 'Failed' && step.kind === 'Until') break;
  }
  return ended(status, end, inside);
}

function lastEnd(traces: Trace[], start: number): number {
  return Math.max(start, ...traces.map((trace) => trace.end));
}

/** Every way back from every leaf to something that was not skipped. */
function verdict(steps: Step[], traces: Trace[]): string {
  const waysBack = (index: number): string[] =>
    traces[index]!.status === 'Skipped'
      ? steps[index]!.waits.flatMap(({ on }) => waysBack(on))
      : [traces[index]!.status];
  const isLeaf = (index: number): boolean => !steps.some(({ waits }) => waits.some(({ on }) => on === index));
  const found = steps.flatMap((_, index) => (isLeaf(index) ? waysBack(index) : []));
  return found.some((status) => bad.includes(status)) ? 'Failed' : 'Succeeded';
}

/** What is left of a step when everything stops at a time; nothing of a repetition that had not begun. */
function cut(trace: Trace, at: number, inIteration = false): Trace[] {
  const { step, repetition, start, end, last } = trace;
  if (end < at || (last && end === at)) return [trace];
  if (start >= at) return inIteration ? [] : [skipped(step, at, repetition)];
  const inside = trace.inside.map((traces) => traces.flatMap((each) => cut(each, at, inIteration || isLoop(step))));
  return [{ ...trace, status: 'Cancelled', end: at, inside }];
}

/** When the run would be ended by a Terminate. */
function terminations(traces: Trace[]): number[] {
  return flat(traces)
    .filter(({ step, status }) => step.name.endsWith('_end') && status === 'Succeeded')
    .map(({ end }) => end);
}

/** The actions a step that ends the run consists of. */
function endingSteps(step: Step): Step[] {
  const part = (name: string): Step => ({ ...step, name, kind: 'succeeds', waits: [], blocks: [] });
  return [part(`${step.name}_wait`), part(`${step.name}_end`)];
}

function flat(traces: Trace[]): Trace[] {
  return traces.flatMap((trace) => [trace, ...flat(trace.inside.flat())]);
}
