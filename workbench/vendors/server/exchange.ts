import type { IncomingHttpHeaders } from 'node:http';
import type { Fault, VendorName } from '../scenarios/scenario-order';

/** A request as a stand-in sees it. */
export interface Exchange {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What a stand-in answers; an object is sent as JSON. `fault` spoils the answer because of the data asked for. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body: object | string;
  fault?: Fault;
}

/** One vendor: its answers, and the words in which it complains. */
export interface VendorStandIn {
  vendor: VendorName;
  /** @param planned the fault set from outside; only kinds of `ownFaults` concern the answer */
  answer(exchange: Exchange, planned?: Fault | null): Reply;
  serverError(exchange?: Exchange): Reply;
  rateLimited(fault: Fault, exchange?: Exchange): Reply;
  unauthorized(exchange?: Exchange): Reply;
  /** Kinds of faults that only this vendor has. */
  ownFaults?: readonly string[];
}

/** One call that came in, for tests and the workbench page. */
export interface SandboxCall {
  vendor: VendorName;
  method: string;
  path: string;
  /** Status sent, or null when the connection was left hanging or cut. */
  status: number | null;
}
