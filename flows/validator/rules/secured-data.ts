import { isFlowObject } from '../../expressions/value-types';
import { type ActionNode, type FlowDocument, type JsonObject } from '../../file/flow-document';
import { connectorCalls } from '../connector-call';
import { usesOf } from '../expression-uses';
import { type Detail, type Rule } from '../rule';
import { namesSecret } from '../secret-text';
import { type Surroundings } from '../surroundings';
import { changedVariable } from '../variables';

type Side = 'inputs' | 'outputs';

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

/** Rules about what the run history shows. */
export const securedDataRules: Rule[] = [
  {
    code: 'F028',
    severity: 'warning',
    title:
      'Actions that handle secrets or the text of a customer’s mail hide it in the run history (`runtimeConfiguration.secureData`).',
    *check(flow, around) {
      const open = new Map<ActionNode, { side: Side; reason: string }>();
      for (const { action, side, reason } of sensitive(flow, around)) {
        if (!secured(action.definition, side) && !open.has(action)) open.set(action, { side, reason });
      }
      for (const [action, { side, reason }] of open) yield detailOf(action, side, reason);
    },
  },
];

function detailOf({ name, pointer }: ActionNode, side: Side, reason: string): Detail {
  return {
    pointer,
    message: `'${name}' ${reason}, which everybody sees who sees the run.`,
    fix: `Add "${side}" to runtimeConfiguration.secureData.properties of the action.`,
  };
}

function secured({ runtimeConfiguration }: JsonObject, side: Side): boolean {
  const data = isFlowObject(runtimeConfiguration) ? runtimeConfiguration.secureData : undefined;
  const properties = isFlowObject(data) ? data.properties : undefined;
  return Array.isArray(properties) && properties.includes(side);
}

function* sensitive(
  flow: FlowDocument,
  around: Surroundings,
): Generator<{ action: ActionNode; side: Side; reason: string }> {
  for (const action of flow.actions) {
    if (action.type === 'Http' && sendsSecret(action.definition.inputs)) {
      yield { action, side: 'inputs', reason: 'sends a secret' };
    }
    const variable = changedVariable(action);
    if (variable && namesSecret(variable.name)) yield { action, side: 'inputs', reason: 'stores a secret' };
  }
  for (const { action, connector, operationId, parameters } of connectorCalls(flow, around)) {
    if (!action) continue;
    const answersSecret =
      SECRET_SOURCES[connector]?.test(operationId) ||
      (typeof parameters.actionName === 'string' && SECRET_ACTIONS.test(parameters.actionName));
    if (answersSecret) yield { action, side: 'outputs', reason: 'answers a secret' };
    if (Object.keys(parameters).some(namesSecret)) yield { action, side: 'inputs', reason: 'sends a secret' };
  }
  const trigger = connectorCalls(flow, around).find(({ action }) => !action);
  if (!trigger || !MAIL_SOURCES.test(trigger.operationId)) return;
  for (const { call, user } of usesOf(flow)) {
    const name = call.name.toLowerCase();
    if (!user || (name !== 'triggeroutputs' && name !== 'triggerbody')) continue;
    const path = call.path.map(({ key }) => (key.kind === 'literal' ? String(key.value).toLowerCase() : '*')).join('/');
    const text = name === 'triggerbody' ? path : path.replace(/^body\//, '');
    if (MAIL_TEXT.has(text) && !CONTAINERS.has(user.type)) {
      yield { action: user, side: 'inputs', reason: 'handles the text of the mail' };
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
