import { parseArgs } from 'node:util';
import type { Bench } from './measurement';

export interface Arguments {
  benches: readonly Bench[];
  json: boolean;
}

export function usage(all: readonly Bench[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  return `Usage: npm run bench -- [NAME …] [--json]

Measures the product's speed on this machine; without names, everything. Ratios compare with a baseline measured in the
same run, so they mean something on any machine; other figures do so only on the same one.

${all.map(({ name, meaning }) => `  ${name.padEnd(width)}  ${meaning}`).join('\n')}

  --json  the figures as JSON
  --help  this text

Exit code 0: measured. 1: something failed. 2: wrong arguments.
`;
}

/** @returns the arguments, `'help'`, or what is wrong with them */
export function readArguments(
  argv: readonly string[],
  all: readonly Bench[],
): Arguments | 'help' | { problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return 'help';
    const names = all.map(({ name }) => name);
    const unknown = positionals.find((name) => !names.includes(name));
    if (unknown !== undefined) return { problem: `there is no bench '${unknown}'; there are ${names.join(', ')}` };
    const benches = positionals.length === 0 ? all : all.filter(({ name }) => positionals.includes(name));
    return { benches, json: values.json ?? false };
  } catch (problem) {
    return { problem: (problem as Error).message };
  }
}
