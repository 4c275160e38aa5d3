import { card } from './card.js';
import { element, icon } from './element.js';
import type { CaseView, CheckView } from './page-data.js';
import { tag } from './status-mark.js';
import { counted, duration, sourceName, words } from './words.js';

/** The facts the answer rests on, and whether every statement of it was found among them. */
export function factsCard(view: CaseView): HTMLElement | null {
  const { check, facts } = view;
  if (!check && facts.length === 0) return null;
  const verdict = check && verdictOf(check);
  return card(
    'Facts used',
    { aside: verdict },
    check && check.unsupported.length > 0
      ? element('ul', { class: 'unsupported' }, ...check.unsupported.map((said) => element('li', {}, said)))
      : null,
    facts.length
      ? element(
          'table',
          { class: 'plain-table' },
          element(
            'thead',
            {},
            element('tr', {}, ...['Fact', 'Value', 'From'].map((head) => element('th', { scope: 'col' }, head))),
          ),
          element(
            'tbody',
            {},
            ...facts.map((fact) =>
              element(
                'tr',
                {},
                element('th', { scope: 'row' }, fact.label),
                element('td', {}, fact.value),
                element('td', { class: 'quiet' }, sourceName(fact.source)),
              ),
            ),
          ),
        )
      : element('p', { class: 'quiet' }, 'No order facts were used.'),
  );
}

function verdictOf({ passed, statements }: CheckView): HTMLElement {
  if (!passed) return tag('Unsupported statement found', 'bad', 'cross');
  if (statements === 0) return tag('Nothing stated that needs a fact');
  return tag(`${counted(statements, 'statement')} checked, all supported`, 'good', 'check');
}

/** Who was asked, whether it was the real service or its stand-in, and what could not be had. */
export function vendorsAskedCard(view: CaseView): HTMLElement | null {
  if (view.sources.length === 0 && view.degraded.length === 0) return null;
  return card(
    'Vendors asked',
    {},
    element(
      'ul',
      { class: 'asked' },
      ...view.sources.map((source) =>
        element(
          'li',
          {},
          icon(source.ok ? 'check' : 'cross', source.ok ? 'good' : 'bad'),
          element('span', {}, words(source.vendor)),
          tag(source.origin, source.origin === 'live' ? 'accent' : 'plain'),
          element(
            'span',
            { class: 'quiet' },
            `${source.ok ? 'answered' : 'gave nothing'} in ${duration(source.duration_ms)}`,
          ),
        ),
      ),
    ),
    ...view.degraded.map((part) =>
      element(
        'p',
        { class: 'degraded' },
        icon('warn'),
        element('span', {}, `${words(part.part)} missing: ${part.message} `, element('code', {}, part.code)),
      ),
    ),
  );
}
