import type { DeploymentSettings } from '../settings/settings-file';
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
  settings?: { file: string; text: string; settings: DeploymentSettings };
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

/** Every rule of the pre-flight, in the order of their codes. */
export const allRules: readonly Omit<Rule<never>, 'check'>[] = [...settingsRules, ...packageRules, ...upgradeRules];

/** An earlier release of a solution that does not come now is nothing to compare with. */
function strangers(packages: readonly Release[], earlier: readonly Release[]): Finding[] {
  return earlier
    .filter(({ uniqueName }) => packages.every((each) => each.uniqueName !== uniqueName))
    .map(({ file, uniqueName }) => ({
      code: 'P200',
      severity: 'error',
      file,
      message: `${file} is the solution ${uniqueName}, which is not among the packages.`,
      fix: 'Give an earlier release of one of the packages to --against.',
    }));
}

/** Holds packages, settings and earlier releases against each other. */
export function preflight({ packages, settings, earlier = [], accepted = new Set() }: Deployment): Preflight {
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
      ...(settings === undefined ? [] : applyRules(settingsRules, { ...settings, needs }, accepted)),
      ...applyRules(packageRules, packages, accepted),
      ...strangers(packages, earlier),
      ...upgrades.flatMap((upgrade) => applyRules(upgradeRules, upgrade, accepted)),
    ],
    activation: activationOrder(flows).order.map(({ id, name }) => ({ id, name })),
    shares: sharesNeeded(packages),
  };
}
