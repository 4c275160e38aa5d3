import { Refusal } from '../cli/command';
import { CONTROL_DATA, controlData } from '../source/control-data';
import { attribute, child, children, textAt, type XmlElement } from '../xml/element';
import { readXml } from '../xml/read-xml';
import { type Source } from './source';

/**
 * A control and the files of its folder, without the one that describes it.
 * @param folder such as `Controls/rcc_RetailCallCenter.TicketTriage`
 * @throws {Refusal} when the folder is not the one it names, or lacks what its manifest names
 */
export function packControl(source: Source, folder: string): { element: XmlElement; files: string[] } {
  const data = `${folder}/${CONTROL_DATA}`;
  const element = source.has(data)
    ? source.xml(data, 'CustomControl')
    : readXml(controlData(folder.split('/')[1]!), data);
  const manifest = `${folder}/ControlManifest.xml`;
  const named = textAt(element, 'FileName');
  if (named !== `/${manifest}`) {
    throw new Refusal(`${data} names ${named}, but the control lies in ${folder}. Make them the same.`);
  }
  const resources = child(source.xml(manifest, 'manifest'), 'control', 'resources');
  for (const resource of children(resources)) {
    const path = attribute(resource, 'path');
    if (path !== '') source.bytes(`${folder}/${path}`, `${manifest}:${resource.line}`);
  }
  const files = source.matching(/^Controls\//).filter((path) => path.startsWith(`${folder}/`) && path !== data);
  return { element, files };
}
