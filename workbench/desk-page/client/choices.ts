import type { ThemeName } from '../../../pcf-controls/mocks/theme';
import type { PersonView } from '../desk-data';
import { type Language, LANGUAGES, type Word, type Words } from './words';

/** Who works at the desk, in which language and look; the page's address keeps it. */
export interface Choices {
  readonly person: PersonView;
  readonly language: Language;
  readonly theme: ThemeName;
}

const THEMES = ['light', 'dark'] as const satisfies readonly ThemeName[];

/** Reads the query of the page; what it leaves out, or nobody knows, is the first of each. @throws Error without people */
export function readChoices(query: string, people: readonly PersonView[], browserLanguage: string): Choices {
  const asked = new URLSearchParams(query);
  const [first] = people;
  if (!first) throw new Error('Nobody works at this desk: its tables hold no user with an address.');
  const usual = browserLanguage.startsWith('es') ? 3082 : 1033;
  return {
    person: people.find(({ id }) => id === asked.get('person')) ?? first,
    language: LANGUAGES.find(([language]) => String(language) === asked.get('language'))?.[0] ?? usual,
    theme: THEMES.find((theme) => theme === asked.get('theme')) ?? 'light',
  };
}

/** Lets a person choose; the page begins anew with each choice, as the app does for another user. */
export function offerChoices(form: HTMLElement, choices: Choices, people: readonly PersonView[], words: Words): void {
  const offers: [Word & ('person' | 'language' | 'theme'), (readonly [string, string])[], string][] = [
    ['person', people.map(({ id, name }) => [id, name]), choices.person.id],
    ['language', LANGUAGES.map(([language, name]) => [String(language), name]), String(choices.language)],
    ['theme', THEMES.map((theme) => [theme, words(theme)]), choices.theme],
  ];
  for (const [name, offered, chosen] of offers) {
    const select = document.createElement('select');
    for (const [value, text] of offered) select.append(new Option(text, value, false, value === chosen));
    select.addEventListener('change', () => {
      const query = new URLSearchParams(location.search);
      query.set(name, select.value);
      location.search = query.toString();
    });
    const label = document.createElement('label');
    label.append(words(name), select);
    form.append(label);
  }
}
