import type { Finding, Severity } from '../validator/finding';

/** A finding before its rule's code and severity are added. */
export type Detail = Omit<Finding, 'code' | 'severity'>;

/** One rule of the pre-flight: what goes wrong when packages and settings meet an environment. */
export interface Rule<Subject> {
  /** `P001` …; stable, users name it in `--accept`. */
  code: string;
  severity: Severity;
  /** What the rule asks. */
  title: string;
  check(subject: Subject): Iterable<Detail>;
}

/**
 * What the rules find, in their order.
 * @param accepted codes of rules whose errors somebody has decided to live with: they become warnings
 */
export function applyRules<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  accepted: ReadonlySet<string> = new Set(),
): Finding[] {
  return rules.flatMap(({ code, severity, check }) =>
    [...check(subject)].map((detail) => ({
      code,
      severity: accepted.has(code) ? ('warning' as const) : severity,
      ...detail,
    })),
  );
}
