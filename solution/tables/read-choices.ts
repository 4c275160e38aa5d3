import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { child, children, readSolutionXml, textOf, type Element } from './solution-xml';
import type { Labels, Option } from './table';

/** Labels of a list such as `displaynames/displayname`. */
export function readLabels(list: Element, item: string): Labels {
  return new Map(
    children(list, item).map((label) => [Number(textOf(label, '@languagecode')), textOf(label, '@description')]),
  );
}

/** Options, states or statuses of an `optionset` element, by value. */
export function readOptions(optionset: Element): ReadonlyMap<number, Option> {
  const elements = [
    ...children(child(optionset, 'options'), 'option'),
    ...children(child(optionset, 'states'), 'state'),
    ...children(child(optionset, 'statuses'), 'status'),
  ];
  return new Map(
    elements.map((element) => {
      const option: Option = {
        value: Number(textOf(element, '@value')),
        labels: readLabels(child(element, 'labels'), 'label'),
      };
      if (textOf(element, '@state') !== '') option.state = Number(textOf(element, '@state'));
      if (textOf(element, '@defaultstatus') !== '') option.defaultStatus = Number(textOf(element, '@defaultstatus'));
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
        const optionset = child(readSolutionXml(join(sets, file)), 'optionset');
        return [textOf(optionset, '@Name'), readOptions(optionset)];
      }),
  );
}
