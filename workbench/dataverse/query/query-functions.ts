const PREFIX = 'Microsoft.Dynamics.CRM.';

/** Query functions whose names do not follow from FetchXML's. */
const IRREGULAR: Readonly<Record<string, string>> = {
  Last7Days: 'last-seven-days',
  Next7Days: 'next-seven-days',
  DoesNotContainValues: 'not-contain-values',
  EqualUserId: 'eq-userid',
  NotEqualUserId: 'ne-userid',
  EqualBusinessId: 'eq-businessid',
  NotEqualBusinessId: 'ne-businessid',
  EqualUserLanguage: 'eq-userlanguage',
  EqualUserOrUserHierarchy: 'eq-useroruserhierarchy',
  EqualUserOrUserHierarchyAndTeams: 'eq-useroruserhierarchyandteams',
  EqualUserOrUserTeams: 'eq-useroruserteams',
  EqualUserTeams: 'eq-userteams',
  AboveOrEqual: 'eq-or-above',
  UnderOrEqual: 'eq-or-under',
};

const REGULAR =
  /^(?:In|NotIn|Between|NotBetween|ContainValues|On|OnOrAfter|OnOrBefore|NotOn|Above|Under|NotUnder|Today|Yesterday|Tomorrow|(?:This|Last|Next)(?:Week|Month|Year)|(?:Last|Next)X(?:Hours|Days|Weeks|Months|Years)|OlderThanX(?:Minutes|Hours|Days|Weeks|Months|Years)|\w*Fiscal\w*)$/;

/**
 * The condition operator behind a query function such as `Microsoft.Dynamics.CRM.LastXDays`; undefined when the Web API
 * has no such function.
 */
export function operatorOf(name: string): string | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  const short = name.slice(PREFIX.length);
  if (Object.hasOwn(IRREGULAR, short)) return IRREGULAR[short];
  if (!REGULAR.test(short)) return undefined;
  return short
    .replace(/(?<!^)([A-Z])/g, '-$1')
    .toLowerCase()
    .replace(/^older-than/, 'olderthan');
}
