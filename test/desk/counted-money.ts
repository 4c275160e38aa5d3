import type { MoneyActionAnswer, MoneyActionState } from '../../proxy/src/contract/money-action';
import type { Connector, ConnectorRequest, ConnectorResponse } from '../../workbench/flow-engine/types';

/** What an approved request came to, each time the service would have sent it. */
export interface Payment {
  key: string;
  operation: 'RefundOrder' | 'CancelOrder';
  body: Record<string, unknown>;
}

type Said = Partial<MoneyActionAnswer> & { state: MoneyActionState };

/** The money operations of the service, answered here: what a flow asks of them can be counted, and made to go any way. */
export interface CountedMoney {
  wrapConnector: (name: string, connector: Connector) => Connector;
  /** What was sent, in order; the same key is sent once. */
  readonly payments: readonly Payment[];
  /** Requests without an approval. */
  readonly plans: readonly Record<string, unknown>[];
  /** What the next requests without an approval are answered, in order; afterwards that an approval is needed. */
  plan(...answers: (Said | ConnectorResponse)[]): void;
  /** What the next requests with an approval are answered, in order; afterwards done. What is refused sends nothing. */
  carryOut(...answers: Said[]): void;
  /** Nothing is planned any more and nothing was sent. */
  clear(): void;
}

const APPROVERS = ';';
const json = (statusCode: number, body: unknown): ConnectorResponse => ({ statusCode, headers: {}, body });
const isResponse = (answer: Said | ConnectorResponse): answer is ConnectorResponse => 'statusCode' in answer;

/** @param approverOf who is asked; of those the request names, all by default */
export function createCountedMoney(): CountedMoney {
  const kept = new Map<string, { hash: string; said: Said }>();
  let payments: Payment[] = [];
  let plans: Record<string, unknown>[] = [];
  let planned: (Said | ConnectorResponse)[] = [];
  let carried: Said[] = [];

  const view = (operation: string, said: Said, replayed = false): ConnectorResponse =>
    json(said.state === 'running' ? 202 : 200, {
      kind: operation === 'CancelOrder' ? 'cancellation' : 'refund',
      order_id: 'ORD-12359',
      steps: [],
      reference: said.state === 'done' ? 're_1' : null,
      message: `It is ${said.state}.`,
      needs_person: said.state === 'incomplete' || said.state === 'unknown',
      retry_after_seconds: said.state === 'running' ? 30 : null,
      replayed,
      duration_ms: 1,
      ...said,
    });

  function answer(operation: Payment['operation'], args: Record<string, unknown>): ConnectorResponse {
    const body = args.body as Record<string, unknown>;
    if (!body.approval) {
      plans.push(body);
      const next = planned.shift() ?? { state: 'approval_needed' };
      if (isResponse(next)) return next;
      if (next.state !== 'approval_needed') return view(operation, next);
      const approvers = body.approvers as { address: string }[];
      return view(operation, {
        approval: {
          level: 'standard',
          assigned_to: approvers.map(({ address }) => address).join(APPROVERS),
          title:
            operation === 'RefundOrder'
              ? 'Refund 20.00 EUR for ORD-12359?'
              : 'Cancel ORD-12359 and give 20.00 EUR back?',
          details: 'Paid 40.00 EUR.',
        },
        ...next,
      });
    }
    const key = String(args['Idempotency-Key']);
    const hash = JSON.stringify(body);
    const known = kept.get(key);
    if (known && known.hash !== hash) return json(422, { error: { code: 'RCC_KEY_REUSED', message: 'Another body.' } });
    if (known && known.said.state !== 'running') return view(operation, known.said, true);
    const said = carried.shift() ?? { state: 'done' };
    if (!known && !['refused', 'unavailable'].includes(said.state)) payments.push({ key, operation, body });
    if (said.state !== 'unavailable') kept.set(key, { hash, said });
    return view(operation, said);
  }

  function look({ body }: Record<string, unknown>): ConnectorResponse {
    const known = kept.get(String((body as { action_key: string }).action_key));
    if (!known) return json(404, { error: { code: 'RCC_ACTION_UNKNOWN', message: 'No action has this key.' } });
    if (known.said.state === 'running') known.said = carried.shift() ?? { state: 'done' };
    return view('RefundOrder', known.said, true);
  }

  return {
    get payments() {
      return payments;
    },
    get plans() {
      return plans;
    },
    plan: (...answers) => void (planned = answers),
    carryOut: (...answers) => void (carried = answers),
    clear() {
      payments = [];
      plans = [];
      planned = [];
      carried = [];
      kept.clear();
    },
    wrapConnector: (_name, connector) => ({
      call(request: ConnectorRequest) {
        const { operationId, arguments: args } = request;
        if (operationId === 'RefundOrder' || operationId === 'CancelOrder')
          return Promise.resolve(answer(operationId, args));
        if (operationId === 'GetMoneyAction') return Promise.resolve(look(args));
        return connector.call(request);
      },
    }),
  };
}
