import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { readFlowDocument } from '../../flows/file/read-flow-document';
import { type FlowDocument } from '../../flows/file/flow-document';
import { isFlowObject } from '../../flows/expressions/value-types';
import { loadFlow } from '../flow-engine/load-flow';
import { ownFlowFiles } from './flow-files';
import { type FormInput, formInputs } from './form-inputs';
import { type FlowsOptions } from './flows-options';

/** Shows the product's flows. */
export function list({ json }: FlowsOptions, say: (text: string) => void): number {
  const flows = ownFlowFiles().map((path) => describe(path));
  if (json) say(`${JSON.stringify({ flows }, null, 2)}\n`);
  else {
    for (const { name, id, file, trigger, inputs, actions, connections, parameters } of flows) {
      say(
        [
          `${name}  ${id}`,
          `  file         ${file}`,
          `  starts       ${trigger}`,
          ...(inputs.length > 0 ? [`  inputs       ${inputs.map(inputText).join(', ')}`] : []),
          `  actions      ${actions}`,
          `  connections  ${connections.join(', ') || 'none'}`,
          `  variables    ${parameters.join(', ') || 'none'}\n`,
        ].join('\n'),
      );
    }
  }
  return 0;
}

function describe(path: string) {
  const text = readFileSync(path, 'utf8');
  const flow = loadFlow({ name: path, text });
  const document = readFlowDocument(path, text);
  return {
    name: flow.name,
    id: flow.id,
    file: relative('.', path),
    trigger: triggerText(document),
    inputs: formInputs(document),
    actions: document.actions.length,
    connections: [...document.references.values()].map(({ logicalName, connector }) => logicalName ?? connector),
    parameters: [...document.parameters.values()].flatMap(({ schemaName }) => schemaName ?? []),
  };
}

const inputText = ({ name, title, required }: FormInput): string => `${name}: ${title}${required ? '' : ' (optional)'}`;

function triggerText({ trigger }: FlowDocument): string {
  if (!trigger) return '';
  const inputs = isFlowObject(trigger.definition.inputs) ? trigger.definition.inputs : {};
  const operation = isFlowObject(inputs.host) ? inputs.host.operationId : undefined;
  const what = typeof operation === 'string' ? operation : [trigger.type, trigger.kind].filter(Boolean).join(' ');
  return `${what} (${trigger.name})`;
}
