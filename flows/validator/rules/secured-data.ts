import { isFlowObject } from '../../expressions/value-types';
import { type ActionNode, type FlowDocument, type JsonObject, type TriggerNode } from '../../file/flow-document';
import { type ConnectorCall, connectorCalls, DATAVERSE } from '../connector-call';
import { usesOf } from '../expression-uses';
import { type Detail, type Rule } from '../rule';
import { namesSecret } from '../secret-text';
import { namesOf } from '../solution-names';
import { type Surroundings } from '../surroundings';
import { changedVariable } from '../variables';

type Side = 'inputs' | 'outputs';

/** What shows too much in the run history, and why. */
interface Sensitive {
  node: ActionNode | TriggerNode;
  side: Side;
  reason: string;
}

/** Operations that answer a secret. */
const SECRET_SOURCES: Readonly<Record<string, RegExp>> = {
  shared_keyvault: /^(GetSecret|GetSecretVersion|DecryptData|Decrypt)/,
};
/** Dataverse actions that answer one. */
const SECRET_ACTIONS = /^RetrieveEnvironmentVariableSecretValue$/;
const SECRET_HEADERS = /^(authorization|proxy-authorization|cookie|x-functions-key|ocp-apim-subscription-key)$/i;

/** Triggers and actions that answer a mail of somebody. */
const MAIL_SOURCES = /^(OnNewEmail|OnFlaggedEmail|OnNewMentionMeEmail|SharedMailboxOnNewEmail)/;
/** What somebody wrote in it. */
const MAIL_TEXT = new Set(['body', 'bodypreview', 'body/body', 'body/bodypreview']);

/** Kinds of a request that a bot makes: it passes on what the customer typed. */
const CHAT_KINDS: ReadonlySet<unknown> = new Set(['Skills', 'VirtualAgent', 'PowerVirtualAgents']);
const ROW_TRIGGER = 'SubscribeWebhookTrigger';
/** Columns that hold what somebody wrote, or who it was. A row trigger gives the whole row. */
const PERSONAL_COLUMN = /(?:body|comment|reply|e?mail|emailaddress\d?|fromaddress)$/;

/** Rules about what the run history shows. */
export const securedDataRules: Rule[] = [
  {
    code: 'F028',
    severity: 'warning',
    title:
      'Triggers that take in what a customer writes, and actions that handle it or a secret, hide it in the run history (`runtimeConfiguration.secureData`).',
    *check(flow, around) {
      const open = new Map<Sensitive['node'], Sensitive>();
      for (const found of [...customerTexts(flow, around), ...sensitive(flow, around)]) {
        if (!secured(found.node.definition, found.side) && !open.has(found.node)) open.set(found.node, found);
      }
      for (const found of open.values()) yield detailOf(found);
    },
  },
];

function detailOf({ node, side, reason }: Sensitive): Detail {
  return {
    pointer: node.pointer,
    message: `'${node.name}' ${reason}, which everybody sees who sees the run.`,
    fix: `Add "${side}" to runtimeConfiguration.secureData.properties of the ${'block' in node ? 'action' : 'trigger'}.`,
  };
}

function secured({ runtimeConfiguration }: JsonObject, side: Side): boolean {
  const data = isFlowObject(runtimeConfiguration) ? runtimeConfiguration.secureData : undefined;
  const properties = isFlowObject(data) ? data.properties : undefined;
  return Array.isArray(properties) && properties.includes(side);
}

/** The trigger, when what it gives out is a customer's text. */
function* customerTexts(flow: FlowDocument, around: Surroundings): Generator<Sensitive> {
  const { trigger } = flow;
  if (!trigger) return;
  const takesIn = (what: string): Sensitive => ({ node: trigger, side: 'outputs', reason: `takes in ${what}` });
  if (trigger.type === 'Request' && CHAT_KINDS.has(trigger.definition.kind)) yield takesIn('what a customer types');
  const call = triggerCall(flow, around);
  if (call && MAIL_SOURCES.test(call.operationId)) yield takesIn('a mail with its text');
  if (call && givesPersonalRow(call, around)) yield takesIn('a row with the words or the address of a customer');
}

const triggerCall = (flow: FlowDocument, around: Surroundings): ConnectorCall | undefined =>
  connectorCalls(flow, around).find(({ action }) => !action);

function givesPersonalRow({ connector, operationId, parameters }: ConnectorCall, { solution }: Surroundings): boolean {
  const entity = parameters['subscriptionRequest/entityname'];
  if (connector !== DATAVERSE || operationId !== ROW_TRIGGER || typeof entity !== 'string' || !solution) return false;
  return [...(namesOf(solution).ofName(entity)?.columns ?? [])].some((column) => PERSONAL_COLUMN.test(column));
}

function* sensitive(flow: FlowDocument, around: Surroundings): Generator<Sensitive> {
  for (const node of flow.actions) {
    if (node.type === 'Http' && sendsSecret(node.definition.inputs)) {
      yield { node, side: 'inputs', reason: 'sends a secret' };
    }
    const variable = changedVariable(node);
    if (variable && namesSecret(variable.name)) yield { node, side: 'inputs', reason: 'stores a secret' };
  }
  for (const { action: node, connector, operationId, parameters } of connectorCalls(flow, around)) {
    if (!node) continue;
    const answersSecret =
      SECRET_SOURCES[connector]?.test(operationId) ||
      (typeof parameters.actionName === 'string' && SECRET_ACTIONS.test(parameters.actionName));
    if (answersSecret) yield { node, side: 'outputs', reason: 'answers a secret' };
    if (Object.keys(parameters).some(namesSecret)) yield { node, side: 'inputs', reason: 'sends a secret' };
  }
  const trigger = triggerCall(flow, around);
  if (!trigger || !MAIL_SOURCES.test(trigger.operationId)) return;
  for (const { call, user } of usesOf(flow)) {
    const name = call.name.toLowerCase();
    if (!user || (name !== 'triggeroutputs' && name !== 'triggerbody')) continue;
    const path = call.path.map(({ key }) => (key.kind === 'literal' ? String(key.value).toLowerCase() : '*')).join('/');
    const text = name === 'triggerbody' ? path : path.replace(/^body\//, '');
    if (MAIL_TEXT.has(text) && !CONTAINERS.has(user.type)) {
      yield { node: user, side: 'inputs', reason: 'handles the text of the mail' };
    }
  }
}

/** Show no inputs of their own. */
const CONTAINERS = new Set(['If', 'Switch', 'Scope', 'Until', 'Foreach']);

function sendsSecret(inputs: unknown): boolean {
  if (!isFlowObject(inputs)) return false;
  const { headers, authentication } = inputs;
  if (isFlowObject(headers) && Object.keys(headers).some((name) => SECRET_HEADERS.test(name) || namesSecret(name)))
    return true;
  if (isFlowObject(authentication)) return Object.keys(authentication).some((name) => namesSecret(name));
  return false;
}
