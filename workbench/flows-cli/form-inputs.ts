import { isFlowObject } from '../../flows/expressions/value-types';
import { type FlowDocument } from '../../flows/file/flow-document';

/** An input of a Request trigger: makers know its title, the body carries its name. */
export interface FormInput {
  name: string;
  title: string;
  required: boolean;
}

/** The inputs of a flow that is called; none for other triggers. */
export function formInputs({ trigger }: FlowDocument): FormInput[] {
  const inputs = trigger?.type === 'Request' ? trigger.definition.inputs : undefined;
  const schema = isFlowObject(inputs) ? inputs.schema : undefined;
  if (!isFlowObject(schema) || !isFlowObject(schema.properties)) return [];
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(schema.properties).map(([name, property]) => ({
    name,
    title: isFlowObject(property) && typeof property.title === 'string' ? property.title : name,
    required: required.has(name),
  }));
}

/** Required inputs that a body lacks, for a person: `text (Flow)`. */
export function missingInputs(flow: FlowDocument, body: unknown): string[] {
  const given = isFlowObject(body) ? body : {};
  return formInputs(flow)
    .filter(({ name, required }) => required && (given[name] === undefined || given[name] === null))
    .map(({ name, title }) => (title === name ? name : `${name} (${title})`));
}
