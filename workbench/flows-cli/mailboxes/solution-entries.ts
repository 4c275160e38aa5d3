import { attribute, child, children, find } from '../../../solution/xml/element';
import { readXml } from '../../../solution/xml/read-xml';
import { writeXml } from '../../../solution/xml/write-xml';

/** A flow as the solution knows it: its file, its id in lower case and what it is called. */
export interface SolutionFlow {
  file: string;
  id: string;
  displayName: string;
}

/** What people call a mailbox in Spanish, as the definition of its variable says. @param file for messages */
export function spanishNameOf(definition: string, file: string): string {
  const labels = children(child(readXml(definition, file), 'displayname'), 'label');
  const spanish = labels.find((label) => attribute(label, 'languagecode') === '3082');
  return spanish === undefined ? '' : attribute(spanish, 'description');
}

/**
 * The solution's description of a copy (`….json.data.xml`): the original's, with the copy's id, file and names.
 * @param description the original's
 * @param spanish what people call the mailbox in Spanish
 */
export function descriptionOfCopy(description: string, copy: SolutionFlow, spanish: string): string {
  const flow = readXml(description, 'the description of the original flow');
  flow.attributes.WorkflowId = `{${copy.id}}`;
  flow.attributes.Name = copy.displayName;
  find(flow, 'JsonFileName')!.children = [`/Workflows/${copy.file}`];
  for (const label of children(child(flow, 'LocalizedNames'))) {
    const isSpanish = attribute(label, 'languagecode') === '3082';
    label.attributes.description = isSpanish ? `${attribute(label, 'description')}: ${spanish}` : copy.displayName;
  }
  return writeXml(flow).toString('utf8');
}

const FLOW_ROOTS = /^( *)<RootComponent type="29" [^\n]*\n/gm;

/**
 * The manifest of a solution with exactly these flows among its root components.
 * @param ids in lower case
 */
export function manifestWithFlows(manifest: string, ids: readonly string[]): string {
  const lines = [...manifest.matchAll(FLOW_ROOTS)];
  const [first] = lines;
  if (first === undefined) throw new Error('The manifest of the solution lists no flow.');
  const due = [...ids].sort().map((id) => `${first[1]}<RootComponent type="29" id="{${id}}" behavior="0" />\n`);
  const without = manifest.replace(FLOW_ROOTS, '');
  return without.slice(0, first.index) + due.join('') + without.slice(first.index);
}
