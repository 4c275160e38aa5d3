import { card } from './card.js';
import { element } from './element.js';
import type { CaseView } from './page-data.js';
import { counted, exactMoment, words } from './words.js';

/** The stored events, newest first; each opens to the whole event. */
export function eventsCard(view: CaseView): HTMLElement | null {
  if (view.events.length === 0) return null;
  return card(
    'Stored events',
    { aside: element('span', { class: 'quiet' }, counted(view.events.length, 'event')) },
    element(
      'ul',
      { class: 'events' },
      ...view.events.map((event) =>
        element(
          'li',
          {},
          element(
            'details',
            {},
            element(
              'summary',
              {},
              element('span', { class: 'event-type' }, words(event.type)),
              element('span', { class: 'quiet' }, `no. ${event.sequence}, ${exactMoment(event.recorded_at)}`),
            ),
            element(
              'pre',
              { tabindex: 0, 'aria-label': `${words(event.type)} as JSON` },
              JSON.stringify(event.event, null, 2),
            ),
          ),
        ),
      ),
    ),
  );
}
