import { isFlowObject } from '../../expressions/value-types';
import { type ActionNode } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { type ConnectorCall, connectorCalls, DATAVERSE, OUTLOOK, parameterPointer } from '../connector-call';
import { callsIn } from '../expression-uses';
import { partsOfText } from '../literal';
import { type Detail, type Rule } from '../rule';
import { namesOf } from '../solution-names';
import { type Surroundings } from '../surroundings';

const KEY = 'Idempotency-Key';
/** Outlook operations after which somebody has a mail. */
const MAILS = /^(Send(Email|MailWithOptions|ApprovalMail|DraftEmail)|SharedMailboxSendEmail|ReplyTo|ForwardEmail)/;
/** Give another value each time, so that a repeated start of the flow gets another key. */
const CHANGING = new Set(['guid', 'rand', 'utcnow', 'ticks']);

/** Rules about writes that a retry or a second start may repeat. */
export const safeWriteRules: Rule[] = [
  {
    code: 'F023',
    severity: 'warning',
    title:
      'A write that may be retried carries a key by which its repetition is recognised, and a mail is never retried: else customers get it twice.',
    *check(flow, around) {
      for (const call of connectorCalls(flow, around)) {
        if (!call.action) continue;
        if (call.connector === OUTLOOK && MAILS.test(call.operationId)) yield* checkMail(call);
        else if (call.operation?.parameter(KEY)) yield* checkKey(call);
        else if (call.connector === DATAVERSE && call.operationId === 'CreateRecord') yield* checkRow(call, around);
      }
      for (const action of flow.actions) if (action.type === 'Http') yield* checkPost(action);
    },
  },
];

/** `none`, `fixed`, `exponential` or `default` in lower case; undefined when the platform's default applies. */
function retryOf(inputs: Record<string, unknown>): string | undefined {
  const { retryPolicy } = inputs;
  return isFlowObject(retryPolicy) && typeof retryPolicy.type === 'string' ? retryPolicy.type.toLowerCase() : undefined;
}

function* checkMail({ name, pointer, inputs }: ConnectorCall): Generator<Detail> {
  if (retryOf(inputs) === 'none') return;
  yield {
    pointer: below(pointer, 'inputs', ...(inputs.retryPolicy === undefined ? [] : ['retryPolicy'])),
    message: `'${name}' sends a mail and is retried: when the answer is lost, the mail goes out again.`,
    fix: 'Set "retryPolicy": { "type": "none" }.',
  };
}

function* checkKey(call: ConnectorCall): Generator<Detail> {
  const { name, operation, inputs, parameters } = call;
  const written = parameters[KEY];
  if (written === undefined || written === null || written === '') {
    // A required key that is missing is F014's to tell.
    if (operation!.parameter(KEY)!.required || retryOf(inputs) === 'none') return;
    yield {
      pointer: parameterPointer(call),
      message: `'${name}' gives no '${KEY}' and is retried: a repetition counts as a new call.`,
      fix: `Give '${KEY}', made of the message or the row the call is about.`,
    };
    return;
  }
  const parts = typeof written === 'string' ? partsOfText(written) : undefined;
  if (!parts) return;
  const trees = parts.filter((part) => typeof part === 'object');
  const changing = trees.flatMap((tree) => [...callsIn(tree)]).find((each) => CHANGING.has(each.name.toLowerCase()));
  const pointer = parameterPointer(call, KEY);
  const fix = 'Make the key of the message or the row the call is about.';
  if (trees.length === 0) {
    yield {
      pointer,
      message: `'${name}' gives every run the same '${KEY}': all but the first get the first one's answer.`,
      fix,
    };
  } else if (changing) {
    const message = `'${name}' makes its '${KEY}' with ${changing.name}(): a second start for the same thing gets another key.`;
    yield { pointer, message, fix };
  }
}

function* checkRow(call: ConnectorCall, { solution }: Surroundings): Generator<Detail> {
  const { name, parameters, inputs } = call;
  if (!solution || retryOf(inputs) === 'none' || typeof parameters.entityName !== 'string') return;
  const table = namesOf(solution).ofSet(parameters.entityName);
  if (!table?.keys || 'item' in parameters) return;
  const writes = (column: string): boolean => {
    const names = [column, ...[...table.lookups.keys()].filter((each) => each.toLowerCase() === column)];
    return names.some(
      (each) => parameters[`item/${each}`] !== undefined || parameters[`item/${each}@odata.bind`] !== undefined,
    );
  };
  if (table.keys.some((columns) => columns.every(writes))) return;
  yield {
    pointer: parameterPointer(call),
    message: `'${name}' creates a row of '${table.logicalName}' without any of its keys and is retried: when the answer is lost, there are two rows.`,
    fix: `Write the columns of a key (${table.keys.map((columns) => columns.join(' and ')).join(', or ')}), or set the retry policy to none.`,
  };
}

/** Only a retry that somebody chose is told: the default is on nearly every call. */
function* checkPost({ name, pointer, definition: { inputs } }: ActionNode): Generator<Detail> {
  if (!isFlowObject(inputs) || String(inputs.method).toUpperCase() !== 'POST') return;
  const retry = retryOf(inputs);
  if (retry !== 'fixed' && retry !== 'exponential') return;
  const headers = isFlowObject(inputs.headers) ? Object.keys(inputs.headers) : [];
  if (headers.some((header) => /idempoten|request-?id/i.test(header))) return;
  yield {
    pointer: below(pointer, 'inputs', 'retryPolicy'),
    message: `'${name}' posts and is retried, without a key by which the other side could tell a repetition.`,
    fix: 'Send an idempotency key, or set the retry policy to none.',
  };
}
