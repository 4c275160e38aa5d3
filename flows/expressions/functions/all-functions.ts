import { type FlowFunction } from '../function-table';
import { arithmeticFunctions } from './arithmetic';
import { collectionFunctions, objectFunctions } from './collections';
import { conversionFunctions } from './conversion';
import { dateFunctions } from './dates';
import { formDataFunctions } from './form-data';
import { guidFunctions } from './guid';
import { logicFunctions } from './logic';
import { numberFormatFunctions } from './number-format';
import { stringFunctions } from './strings';
import { uriFunctions } from './uri';
import { workflowFunctions } from './workflow-references';
import { xmlFunctions } from './xml';

const byName = new Map<string, FlowFunction>(
  [
    stringFunctions,
    collectionFunctions,
    objectFunctions,
    logicFunctions,
    arithmeticFunctions,
    conversionFunctions,
    uriFunctions,
    numberFormatFunctions,
    dateFunctions,
    workflowFunctions,
    formDataFunctions,
    guidFunctions,
    xmlFunctions,
  ]
    .flat()
    .map((known) => [known.name.toLowerCase(), known]),
);

/** Spellings met so far, so that a call costs one look-up; bounded by what flows contain. */
const bySpelling = new Map<string, FlowFunction | undefined>();

/** The function of that name in any spelling, or undefined. */
export function findFunction(name: string): FlowFunction | undefined {
  const known = bySpelling.get(name);
  if (known) return known;
  const found = byName.get(name.toLowerCase());
  if (found) bySpelling.set(name, found);
  return found;
}

/** Every function's documented name, in alphabetical order. */
export function functionNames(): string[] {
  return [...byName.values()].map((known) => known.name).sort((a, b) => a.localeCompare(b));
}
