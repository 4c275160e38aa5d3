import fc from 'fast-check';
import { type Connector } from '../types';
import { after, foreach, scope, shopCall } from './flow-builder';
import { ifTrue, switchOn, terminate, until, within } from './actions';

type Action = ReturnType<typeof scope>;

/** An action of a random program. Everything that takes time takes a time of its own, so that no two things coincide. */
export interface Step {
  name: string;
  /** A leaf that varies fails in the first iteration of the loop around it and succeeds in the others. */
  kind: 'succeeds' | 'fails' | 'varies' | 'hangs' | 'ends' | 'Scope' | 'If' | 'Switch' | 'Foreach' | 'Until';
  /** Which statuses of which earlier steps of its block it waits for. */
  waits: { on: number; statuses: string[] }[];
  /** How long a leaf takes, in milliseconds; for one that hangs, its time limit. */
  ms: number;
  /** The time limit of a container, if it has one. */
  limit?: number;
  blocks: Step[][];
  /** Index of the block an If or Switch takes. */
  taken: number;
  /** Iterations of a loop. */
  times: number;
  parallel: boolean;
  /** The innermost loop around it. */
  loop?: string;
}

interface Sketch {
  kind: Step['kind'];
  waits: { on: number; statuses: string[] }[];
  limited: boolean;
  blocks: Sketch[][];
  pick: number;
  parallel: boolean;
}

const LEAVES: Step['kind'][] = ['succeeds', 'succeeds', 'fails', 'varies', 'hangs', 'ends'];
const CONTAINERS: Step['kind'][] = ['Scope', 'If', 'Switch', 'Foreach', 'Until'];

const common = {
  waits: fc.array(
    fc.record({
      on: fc.nat(9),
      statuses: fc.subarray(['Succeeded', 'Failed', 'Skipped', 'TimedOut'], { minLength: 1 }),
    }),
    { maxLength: 2 },
  ),
  limited: fc.nat(5).map((n) => n === 0),
  pick: fc.nat(5),
  parallel: fc.boolean(),
};

const { block } = fc.letrec<{ block: Sketch[]; step: Sketch }>((tie) => ({
  block: fc.array(tie('step'), { minLength: 1, maxLength: 4 }),
  step: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom(...LEAVES), blocks: fc.constant<Sketch[][]>([]), ...common }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom(...CONTAINERS),
        blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
        ...common,
      }),
    },
  ),
}));

/**
 * Every timed thing takes five times as long as the one before: sums of up to four of each never coincide. What a program
 * has beyond so many is left out.
 */
const MOST_TIMED = 20;

/** Programs of nested containers with leaves of every outcome. */
export const randomProgram: fc.Arbitrary<Step[]> = block.map((sketches) => {
  let names = 0;
  let timed = 0;
  const time = (): number => 5 ** timed++;
  const readBlock = (written: Sketch[], loops: string[]): Step[] =>
    written.flatMap((each, index): Step[] => {
      if (timed >= MOST_TIMED) return [];
      const name = `N${names++}`;
      const kind = allowedKind(each, loops.length);
      const isContainer = each.blocks.length > 0;
      const blocks = isContainer ? blocksOf(kind, each.blocks) : [];
      const byTarget = new Map(index === 0 ? [] : each.waits.map((wait) => [wait.on % index, wait.statuses]));
      const loop = loops.at(-1);
      const step: Step = {
        name,
        kind,
        waits: [...byTarget].map(([on, statuses]) => ({ on, statuses })),
        ms: isContainer ? 0 : time(),
        ...(isContainer && each.limited && kind !== 'Until' ? { limit: time() } : {}),
        blocks: blocks.map((inner) => readBlock(inner, isLoop(kind) ? [...loops, name] : loops)),
        taken: each.pick % Math.max(1, blocks.length),
        times: (each.pick % 2) + 1,
        parallel: each.parallel,
        ...(loop === undefined ? {} : { loop }),
      };
      return [step];
    });
  return readBlock(sketches, []);
});

const isLoop = (kind: Step['kind']): boolean => kind === 'Foreach' || kind === 'Until';

function allowedKind({ kind, blocks }: Sketch, loops: number): Step['kind'] {
  // Loops within loops within loops would repeat a time too often.
  if (blocks.length > 0) return isLoop(kind) && loops >= 2 ? 'Scope' : kind;
  return kind === 'ends' && loops > 0 ? 'succeeds' : kind;
}

function blocksOf(kind: Step['kind'], blocks: Sketch[][]): Sketch[][] {
  if (kind === 'If') return [blocks[0]!, blocks[1] ?? []];
  return kind === 'Switch' ? blocks : [blocks.flat().slice(0, 4)];
}

/** The program as the actions of a flow. */
export function actionsOf(steps: Step[]): Record<string, Action> {
  return Object.fromEntries(
    steps.map((step) => {
      const runAfter = Object.fromEntries(step.waits.map(({ on, statuses }) => [steps[on]!.name, statuses]));
      const action = step.limit === undefined ? actionOf(step) : within(duration(step.limit), actionOf(step));
      return [step.name, after(action, runAfter)];
    }),
  );
}

const duration = (ms: number): string => `PT${ms / 1000}S`;

function actionOf(step: Step): Action {
  const { name, kind, ms, blocks, taken, times, parallel, loop } = step;
  const inside = blocks.map(actionsOf);
  switch (kind) {
    case 'succeeds':
    case 'fails':
      return slow(ms, kind);
    case 'varies':
      return slow(ms, loop ? `@if(equals(iterationIndexes('${loop}'),0),'fails','succeeds')` : 'succeeds');
    case 'hangs':
      return within(duration(ms), slow(ms, kind));
    case 'ends':
      return scope({
        [`${name}_wait`]: slow(ms, 'succeeds'),
        [`${name}_end`]: after(terminate('Cancelled'), { [`${name}_wait`]: ['Succeeded'] }),
      });
    case 'Scope':
      return scope(inside[0]!);
    case 'If':
      return ifTrue({ equals: [taken, 0] }, inside[0]!, inside[1]);
    case 'Switch':
      return switchOn(
        `@add(0,${taken})`,
        inside.slice(0, -1).map((actions, index) => [index, actions]),
        inside.at(-1),
      );
    case 'Foreach':
      return foreach(`@range(0,${times})`, inside[0]!, parallel ? 50 : 1);
    case 'Until':
      return until(`@equals(iterationIndexes('${name}'),${times - 1})`, inside[0]!, { count: 9, timeout: 'P999999D' });
  }
}

/** A call that takes its time; a call-back may, an ordinary call is given up after two minutes. */
function slow(ms: number, outcome: string): Action {
  const call = shopCall('GetOrder', { id: String(ms), fields: outcome }, { retryPolicy: { type: 'none' } });
  return { ...call, type: 'OpenApiConnectionWebhook' };
}

/** Answers those calls. */
export function slowShop(sleep: (ms: number, signal: AbortSignal) => Promise<void>): Connector {
  return {
    async call({ arguments: { id, fields }, signal, idle }) {
      await idle!(fields === 'hangs' ? new Promise<void>(() => undefined) : sleep(Number(id), signal));
      return { statusCode: fields === 'fails' ? 400 : 200, headers: {}, body: null };
    },
  };
}
