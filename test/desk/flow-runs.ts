import type { TestProduct } from '../product/open-product';
import { runsOf } from './desk-words';

/** The runs of one flow, as far as somebody waited for them. */
export interface FlowRuns {
  /** Waits until nothing runs any more. */
  wait(): Promise<void>;
  /** Starts the flow and waits. @param body the row of its trigger; none for a schedule */
  start(body?: unknown): Promise<void>;
  /** Whether the error of one of them is in the error log. */
  areLogged(): boolean;
  /** Whether one of them failed. */
  haveFailed(): boolean;
}

export function watchRuns(product: TestProduct, flow: string): FlowRuns {
  const seen = new Set<unknown>();
  let isFailed = false;
  const wait = async () => {
    for (const { runId, status } of runsOf(flow, await product.idle())) {
      seen.add(runId);
      isFailed ||= status === 'Failed';
    }
  };
  return {
    wait,
    start(body) {
      product.product.platform.raise(flow, body === undefined ? {} : { body });
      return wait();
    },
    areLogged: () => product.rows('rcc_errorlog').some(({ rcc_runid }) => seen.has(rcc_runid)),
    haveFailed: () => isFailed,
  };
}
