import { AttemptFailure, type HttpAnswer, type HttpRequest } from '../../proxy/src/commerce/http-attempt';
import type { Transport } from '../../proxy/src/commerce/transport';
import type { Fault } from '../../workbench/vendors/scenarios/scenario-order';
import type { Exchange, Reply, VendorStandIn } from '../../workbench/vendors/server/exchange';
import type { VirtualTime } from './virtual-time';

/** What goes wrong with one call. The first ones leave no effect, those with `after` have it and lose the answer. */
export const CALL_FATES = [
  'unreachable',
  'unanswered',
  'server_error',
  'rate_limited',
  'garbage',
  'nothing_found',
  'locked',
  'saved_error',
  'cut_after',
  'late_after',
  'error_after',
  'garbage_after',
  'saved_error_after',
  'comes_later',
] as const;
export type CallFate = (typeof CALL_FATES)[number];

/** A call on its way to a vendor. */
export interface Call {
  vendor: 'shopify' | 'stripe';
  isWrite: boolean;
  request: HttpRequest;
}

export interface LineOptions {
  standIn: VendorStandIn;
  time: VirtualTime;
  /** Decides what happens to a call; null for nothing. */
  next(call: Call): CallFate | null;
  /** Seconds that a limited vendor asks to be left alone; undefined when it does not say. */
  restSeconds?(): number | undefined;
  /** Changes requests on their way, to take a protection of the product away. */
  tamper?(call: Call): HttpRequest;
  /** Changes answers on their way back, for the same purpose. */
  tamperAnswer?(call: Call, answer: HttpAnswer): HttpAnswer;
}

/** How long after its caller gave up a call may still arrive. */
const LATE_MS = 20_000;
const HTML = '<html><body><h1>502 Bad Gateway</h1></body></html>';

/** A vendor in memory, behind a line on which calls and answers are lost, spoilt and late. */
export function createVendorLine({ standIn, time, next, restSeconds, tamper, tamperAnswer }: LineOptions): Transport {
  const vendor = standIn.vendor as Call['vendor'];
  const answer = (exchange: Exchange, fault?: Fault) => httpAnswer(standIn.answer(exchange, fault));

  function carry(call: Call, timeoutMs: number): HttpAnswer {
    const exchange = exchangeOf(call.request);
    const lost = (detail: string) => new AttemptFailure('network', detail);
    const tooLate = () => {
      time.pass(timeoutMs);
      return new AttemptFailure('timeout', `no complete answer within ${timeoutMs} ms`);
    };
    switch (next(call)) {
      case 'unreachable':
        throw lost('ECONNREFUSED');
      case 'unanswered':
        throw tooLate();
      case 'server_error':
        return httpAnswer(standIn.serverError());
      case 'rate_limited':
        return httpAnswer(standIn.rateLimited({ kind: 'rate_limited', retryAfterSeconds: restSeconds?.() }));
      case 'garbage':
        return { status: 200, headers: {}, text: HTML };
      case 'nothing_found':
        return call.isWrite ? answer(exchange) : emptied(answer(exchange));
      case 'locked':
        return hasKey(exchange) ? locked() : answer(exchange);
      case 'saved_error':
        return answer(exchange, hasKey(exchange) ? { kind: 'saved_error' } : undefined);
      case 'saved_error_after':
        return answer(exchange, hasKey(exchange) ? { kind: 'saved_error_after_effect' } : undefined);
      case 'cut_after':
        answer(exchange);
        throw lost('ECONNRESET');
      case 'late_after':
        answer(exchange);
        throw tooLate();
      case 'error_after':
        answer(exchange);
        return { status: 502, headers: { 'content-type': 'text/html' }, text: HTML };
      case 'garbage_after':
        return { ...answer(exchange), text: '{"id":' };
      case 'comes_later':
        time.after(timeoutMs + LATE_MS, () => standIn.answer(exchange));
        throw tooLate();
      case null:
        return answer(exchange);
    }
  }

  return {
    async send(request, timeoutMs) {
      const call: Call = { vendor, isWrite: isWrite(vendor, request), request };
      // Others get a turn while the call is under way.
      await Promise.resolve();
      const sent = tamper ? { ...call, request: tamper(call) } : call;
      const answered = carry(sent, timeoutMs);
      await Promise.resolve();
      return tamperAnswer ? tamperAnswer(call, answered) : answered;
    },
    close: () => Promise.resolve(),
  };
}

const isWrite = (vendor: Call['vendor'], { method, body = '' }: HttpRequest) =>
  vendor === 'stripe' ? method === 'POST' : /"query":"\s*mutation\b/.test(body);

/** Only the payment provider's writes have their key in a header. */
const hasKey = ({ method, headers }: Exchange) => method === 'POST' && headers['idempotency-key'] !== undefined;

function exchangeOf({ method, path, headers, body = '' }: HttpRequest): Exchange {
  const [pathname = '', query = ''] = path.split('?');
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { method, path: pathname, query: new URLSearchParams(query), headers: Object.fromEntries(lowered), body };
}

const httpAnswer = ({ status, headers = {}, body }: Reply): HttpAnswer => ({
  status,
  headers,
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

/** A search that does not know the newest objects yet. */
function emptied(answer: HttpAnswer): HttpAnswer {
  const body = JSON.parse(answer.text) as { object?: string; data?: { orders?: { nodes?: unknown[] } } | unknown[] };
  if (body.object === 'search_result') return { ...answer, text: JSON.stringify({ ...body, data: [] }) };
  if (!Array.isArray(body.data) && body.data?.orders?.nodes)
    return { ...answer, text: JSON.stringify({ ...body, data: { orders: { nodes: [] } } }) };
  return answer;
}

/** What the payment provider says while a call with the same key is under way. Source: its error codes, `lock_timeout`. */
const locked = (): HttpAnswer => ({
  status: 409,
  headers: {},
  text: JSON.stringify({
    error: {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: 'There is currently another in-progress request using this key.',
    },
  }),
});
