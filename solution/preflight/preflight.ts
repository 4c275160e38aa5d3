import { UsageError } from '../cli/command';
import type { SettingsFile } from '../settings/settings-file';
import type { Finding } from '../validator/finding';
import { activationOrder } from './activation-order';
import type { Release } from './release';
import { applyRules, type Rule } from './rule';
import { packageRules } from './rules/package-rules';
import { settingsRules } from './rules/settings-rules';
import { upgradeRules } from './rules/upgrade-rules';
import { sharesNeeded, type Share } from './shares';

/** What is about to be deployed. */
export interface Deployment {
  /** In the order of import. */
  packages: readonly Release[];
  settings?: SettingsFile;
  /** Address of the environment they go into, when it is known. */
  environment?: string;
  /** Earlier releases of the same solutions. */
  earlier?: readonly Release[];
  /** Codes whose errors somebody has decided to live with. */
  accepted?: ReadonlySet<string>;
}

export interface Preflight {
  findings: Finding[];
  /** Flows in the order in which they can be turned on. */
  activation: { id: string; name: string }[];
  shares: Share[];
}

/** Packages, and the earlier releases they are compared with. */
type Comparison = Required<Pick<Deployment, 'packages' | 'earlier'>>;

const comparisonRules: readonly Rule<Comparison>[] = [
  {
    code: 'P200',
    severity: 'error',
    title: 'An earlier release is one of what comes.',
    *check({ packages, earlier }) {
      for (const { file, uniqueName } of earlier) {
        if (packages.some((each) => each.uniqueName === uniqueName)) continue;
        yield {
          file,
          message: `${file} is the solution ${uniqueName}, which is not among the packages.`,
          fix: 'Give an earlier release of one of the packages to --against.',
        };
      }
    },
  },
];

/** Every rule of the pre-flight, in the order of their codes. */
export const allRules: readonly Omit<Rule<never>, 'check'>[] = [
  ...settingsRules,
  ...packageRules,
  ...comparisonRules,
  ...upgradeRules,
].sort((a, b) => (a.code < b.code ? -1 : 1));

/**
 * Codes of rules whose errors somebody has decided to live with.
 * @throws {UsageError} for a code no rule has
 */
export function acceptedCodes(codes: readonly string[]): ReadonlySet<string> {
  const unknown = codes.find((code) => !allRules.some((rule) => rule.code === code));
  if (unknown !== undefined)
    throw new UsageError(`--accept ${unknown}: the pre-flight has no such rule; its codes are in docs/deployment.md.`);
  return new Set(codes);
}

/** Holds packages, settings and earlier releases against each other. */
export function preflight({
  packages,
  settings,
  environment,
  earlier = [],
  accepted = new Set(),
}: Deployment): Preflight {
  const needs = {
    variables: packages.flatMap((each) => each.needs.variables),
    connections: packages.flatMap((each) => each.needs.connections),
  };
  const upgrades = earlier.flatMap((old) =>
    packages.filter(({ uniqueName }) => uniqueName === old.uniqueName).map((next) => ({ old, next })),
  );
  const flows = new Map(packages.flatMap((each) => [...each.flows]));
  return {
    findings: [
      ...(settings === undefined ? [] : applyRules(settingsRules, { ...settings, environment, needs }, accepted)),
      ...applyRules(packageRules, packages, accepted),
      ...applyRules(comparisonRules, { packages, earlier }, accepted),
      ...upgrades.flatMap((upgrade) => applyRules(upgradeRules, upgrade, accepted)),
    ],
    activation: activationOrder(flows).order.map(({ id, name }) => ({ id, name })),
    shares: sharesNeeded(packages),
  };
}
