import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, child, children, type XmlElement } from '../xml/element';
import { readXmlFile } from '../xml/read-xml';
import type { Labels, Option } from './table';

/** Labels of a list such as `displaynames/displayname`. */
export function readLabels(list: XmlElement, item: string): Labels {
  return new Map(
    children(list, item).map((label) => [Number(attribute(label, 'languagecode')), attribute(label, 'description')]),
  );
}

/** Options, states or statuses of an `optionset` element, by value. */
export function readOptions(optionset: XmlElement): ReadonlyMap<number, Option> {
  const elements = [
    ...children(child(optionset, 'options'), 'option'),
    ...children(child(optionset, 'states'), 'state'),
    ...children(child(optionset, 'statuses'), 'status'),
  ];
  return new Map(
    elements.map((element) => {
      const option: Option = {
        value: Number(attribute(element, 'value')),
        labels: readLabels(child(element, 'labels'), 'label'),
      };
      if (attribute(element, 'state') !== '') option.state = Number(attribute(element, 'state'));
      if (attribute(element, 'defaultstatus') !== '')
        option.defaultStatus = Number(attribute(element, 'defaultstatus'));
      return [option.value, option];
    }),
  );
}

/** Global choices of an unpacked solution, by name. */
export function readChoices(folder: string): ReadonlyMap<string, ReadonlyMap<number, Option>> {
  const sets = join(folder, 'OptionSets');
  if (!existsSync(sets)) return new Map();
  return new Map(
    readdirSync(sets)
      .filter((file) => file.endsWith('.xml'))
      .map((file) => {
        const optionset = readXmlFile(join(sets, file));
        return [attribute(optionset, 'Name'), readOptions(optionset)];
      }),
  );
}
