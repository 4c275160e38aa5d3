import type { FormFactor } from '../mocks/context';
import type { ThemeName } from '../mocks/theme';

/** What can be chosen on the page, by the name of the query parameter; the first of each is the default. */
export const CHOICES = {
  control: ['TicketTriage', 'TicketAnalytics', 'OrderContext'],
  state: ['many', 'one', 'empty', 'loading', 'error', 'no-permission', 'stale', 'unmapped', '10000', '100000'],
  language: ['1033', '3082', '1031', '1037'],
  theme: ['light', 'dark', 'high-contrast'],
  direction: ['language', 'ltr', 'rtl'],
  form: ['web', 'tablet', 'phone'],
  zone: ['America/New_York', 'Europe/Madrid', 'UTC'],
} as const;
export type ChoiceName = keyof typeof CHOICES;

/** How the page shows a control. */
export interface Situation {
  readonly control: string;
  readonly state: (typeof CHOICES)['state'][number];
  readonly language: string;
  readonly theme: ThemeName;
  readonly direction: 'language' | 'ltr' | 'rtl';
  readonly form: FormFactor;
  readonly zone: string;
}

/**
 * Reads the query of the page; what it leaves out is the default.
 * @throws Error that names the parameter and what it may be
 */
export function readSituation(query: string): Situation {
  const given = new URLSearchParams(query);
  const chosen = Object.entries(CHOICES).map(([name, allowed]) => {
    const value = given.get(name) ?? allowed[0];
    // A control of another room can be shown too; the server says whether it is there.
    if (name !== 'control' && !(allowed as readonly string[]).includes(value))
      throw new Error(`${name} cannot be "${value}". Give one of ${allowed.join(', ')}.`);
    return [name, value];
  });
  return Object.fromEntries(chosen) as unknown as Situation;
}
