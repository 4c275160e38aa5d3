import { isFlowObject } from '../../expressions/value-types';
import { type ActionNode, type FlowDocument, type TriggerNode } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { userName, usesOf } from '../expression-uses';
import { type Rule } from '../rule';
import { Suggester } from '../suggest';
import { changedVariable, variableKey, variablesOf } from '../variables';

/** Rules about parameters, connection references and variables: what is used is declared, what is declared is used. */
export const declarationRules: Rule[] = [
  {
    code: 'F011',
    severity: 'error',
    title: "`parameters('p')` names a parameter of the flow, spelled exactly as it is declared.",
    *check(flow) {
      const suggester = new Suggester(flow.parameters.keys());
      for (const use of usesOf(flow)) {
        const { argument } = use;
        if (use.name !== 'parameters' || argument === undefined || flow.parameters.has(argument)) continue;
        const sameSchema = [...flow.parameters.values()].find(({ schemaName }) => schemaName === argument);
        yield {
          pointer: use.site.pointer,
          message: `parameters('${argument}') in ${userName(use)} names a parameter the flow does not declare.`,
          fix: sameSchema
            ? `Write the whole key, '${sameSchema.name}'.`
            : suggester.fix(argument, 'Declare it under definition.parameters.'),
        };
      }
    },
  },
  {
    code: 'F012',
    severity: 'error',
    title: 'A connector call names a connection reference of the flow, and one of the same connector.',
    *check(flow) {
      const suggester = new Suggester(flow.references.keys());
      for (const { name, pointer, host } of hostsOf(flow)) {
        const { connectionName, apiId } = host;
        if (typeof connectionName !== 'string') continue;
        const reference = flow.references.get(connectionName);
        if (!reference) {
          const message = `'${name}' calls through the connection reference '${connectionName}', which the flow does not have.`;
          const advice = 'Add it under connectionReferences.';
          yield { pointer: below(pointer, 'connectionName'), message, fix: suggester.fix(connectionName, advice) };
          continue;
        }
        const connector = typeof apiId === 'string' ? CONNECTOR.exec(apiId)?.[1] : undefined;
        if (connector === undefined || reference.apiName === undefined || connector === reference.apiName) continue;
        yield {
          pointer: below(pointer, 'apiId'),
          message: `'${name}' calls the connector '${connector}' through '${connectionName}', a reference to '${reference.apiName}'.`,
          fix: `Name a connection reference to '${connector}', or correct apiId.`,
        };
      }
    },
  },
  {
    code: 'F022',
    severity: 'warning',
    title: 'Every connection reference and every variable is used.',
    *check(flow) {
      const mentioned = mentions(flow);
      const hosts = new Set(hostsOf(flow).map(({ host }) => host.connectionName));
      for (const { key, pointer } of flow.references.values()) {
        if (hosts.has(key) || mentioned.has(key)) continue;
        const message = `Nothing calls through the connection reference '${key}'.`;
        yield { pointer, message, fix: 'Remove it; importing the flow asks for a connection that is not needed.' };
      }
      const uses = usesOf(flow).filter(({ name }) => name === 'variables');
      // A name that is computed may be any.
      if (uses.some(({ argument }) => argument === undefined)) return;
      const read = new Set(uses.map(({ argument }) => variableKey(argument!)));
      const changed = new Set(flow.actions.map((action) => variableKey(changedVariable(action)?.name ?? '')));
      for (const { name, pointer } of variablesOf(flow)) {
        if (read.has(variableKey(name))) continue;
        const how = changed.has(variableKey(name)) ? 'is set, but never read' : 'is never used';
        yield {
          pointer,
          message: `The variable '${name}' ${how}.`,
          fix: 'Remove it, or use it where it was meant to be.',
        };
      }
    },
  },
];

/** The connector in the path of a connector's API; AI Builder and old custom connectors name none. */
const CONNECTOR = /\/(?:apis|managedApis)\/([^/]+)$/i;

interface Host {
  name: string;
  pointer: string;
  host: Record<string, unknown>;
}

/** Every `inputs.host` of the trigger and the actions. */
function hostsOf({ trigger, actions }: FlowDocument): Host[] {
  const nodes: readonly (ActionNode | TriggerNode)[] = trigger ? [trigger, ...actions] : actions;
  return nodes.flatMap(({ name, pointer, definition: { inputs } }) =>
    isFlowObject(inputs) && isFlowObject(inputs.host)
      ? { name, pointer: below(pointer, 'inputs', 'host'), host: inputs.host }
      : [],
  );
}

/** Texts selected from values, such as `parameters('$connections')['shared_x']`, by which old exports name references. */
function mentions(flow: FlowDocument): Set<unknown> {
  return new Set(
    usesOf(flow).flatMap(({ call }) => call.path.map(({ key }) => (key.kind === 'literal' ? key.value : undefined))),
  );
}
