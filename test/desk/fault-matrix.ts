import type { RunRecord } from '../../workbench/flow-engine/types';
import { connectorActionsOf } from '../faults/connector-actions';
import {
  BROKEN,
  CALL_FAULTS,
  isWebPage,
  createFaultSwitch,
  type NamedFault,
  type Strike,
} from '../faults/fault-switch';
import { openProduct, type TestProduct, type TestProductOptions } from '../product/open-product';
import type { Situation } from './situation';

/** Once, always, and after the effect. What a failure looks like makes no difference to a flow: mail and chat show that. */
const FAULTS = CALL_FAULTS.filter(({ rule }) => rule.fault.kind !== 'drop' && !isWebPage(rule.fault));

/** Their failure is what keeps a failed run from being logged. */
const LOGGING = new Set(['Report_flow_error', 'Create_error_log_row', 'Mail_administrator']);

/**
 * Plays every situation of a flow with each of its connector calls failing in every way, and once more without faults; what
 * is promised must hold both times. The situations together must reach every call the flow has.
 * @param flow display name
 */
export function itKeepsItsPromises(
  flow: string,
  situations: readonly Situation[],
  options: TestProductOptions = {},
): void {
  const faults = createFaultSwitch();
  const struck = new Set<string>();
  let failedRuns: RunRecord[] = [];
  let product: TestProduct;
  beforeAll(async () => {
    product = await openProduct({
      desk: true,
      ...options,
      wrapConnector: (name, connector) =>
        faults.wrapConnector(name, options.wrapConnector?.(name, connector) ?? connector),
      observer: {
        runEnded(run) {
          if (run.status === 'Failed' && run.parentRunId === undefined) failedRuns.push(run);
        },
      },
    });
  });
  afterAll(() => product.close());

  const unlogged = (): string[] => {
    const logged = new Set(product.rows('rcc_errorlog').map(({ rcc_runid }) => rcc_runid));
    return failedRuns
      .filter(({ runId }) => !logged.has(runId))
      .map((run) => `a failed run of ${run.flowName} is not in the error log`);
  };

  const playBroken = async (situation: Situation, action: string, fault: NamedFault): Promise<string[]> => {
    failedRuns = [];
    const always = (situation.always ?? []).map((name): Strike => ({ action: name, rule: BROKEN }));
    faults.set([]);
    const played = await situation.play(product, () => faults.set([{ action, rule: fault.rule }, ...always]));
    const found = [...(await played.broken({ action, isLasting: fault.isLasting }))];
    if (!LOGGING.has(action)) found.push(...unlogged());
    faults.set([]);
    failedRuns = [];
    await played.again();
    const afterwards = [...(await played.broken()), ...unlogged()];
    return [...found, ...afterwards.map((text) => `again: ${text}`)];
  };

  describe.each(situations)(`${flow}: $name`, (situation) => {
    let actions: string[] = [];
    beforeAll(async () => {
      const always = (situation.always ?? []).map((name): Strike => ({ action: name, rule: BROKEN }));
      faults.set([]);
      const played = await situation.play(product, () => faults.set(always));
      const own = connectorActionsOf(flow);
      actions = [...faults.called()].filter((name) => own.has(name));
      faults.set([]);
      expect(await played.broken()).toEqual([]);
    }, 60_000);

    it.each(FAULTS)(
      'is kept when any one of its calls $name',
      async (fault) => {
        const broken: Record<string, string[]> = {};
        for (const action of actions) {
          struck.add(action);
          const found = await playBroken(situation, action, fault);
          if (found.length > 0) broken[action] = found;
        }
        expect(broken).toEqual({});
      },
      240_000,
    );
  });

  it('Every connector call of the flow was struck', () => {
    expect([...connectorActionsOf(flow)].filter((name) => !struck.has(name))).toEqual([]);
  });
}
