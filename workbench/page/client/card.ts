import { element, type Child } from './element.js';

let cards = 0;

/** A titled box; the heading names it for a screen reader. */
export function card(title: string, { aside }: { aside?: Child }, ...children: Child[]): HTMLElement {
  const id = `card-${++cards}`;
  return element(
    'section',
    { class: 'card', 'aria-labelledby': id },
    element('header', { class: 'card-head' }, element('h3', { id }, title), aside),
    ...children,
  );
}

/** Names and values; those without a value are left out. */
export function facts(pairs: [string, Child][]): HTMLElement {
  return element(
    'dl',
    { class: 'facts' },
    ...pairs
      .filter(([, value]) => value != null && value !== false && value !== '')
      .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
}
