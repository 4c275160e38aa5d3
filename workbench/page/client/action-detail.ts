import { element } from './element.js';
import type { ActionView } from './page-data.js';
import { service } from './service.js';
import { statusMark } from './status-mark.js';
import { duration, words } from './words.js';

const json = (value: unknown): string => JSON.stringify(value, null, 2) ?? 'nothing';

/** What one action got and gave, as on the run page of the portal; fetched when it is opened. */
export function actionDetail(runId: string, action: ActionView): HTMLElement {
  const box = element(
    'div',
    { class: 'detail' },
    element(
      'p',
      { class: 'detail-line' },
      statusMark(action.status),
      ` ${action.type}, code ${action.code || '-'}`,
      action.duration_ms == null ? '' : `, ${duration(action.duration_ms)}`,
    ),
    action.error ? element('p', { class: 'detail-error' }, action.error) : null,
    triesOf(action),
  );
  if (action.status === 'Running' || action.status === 'Skipped') return box;
  service.action(runId, action.name, action.repetition).then(
    ({ inputs, outputs }) => box.append(block('Inputs', inputs), block('Outputs', outputs)),
    (error: Error) => box.append(element('p', { class: 'detail-error' }, error.message)),
  );
  return box;
}

function triesOf(action: ActionView): HTMLElement | null {
  if (action.tries.length < 2) return null;
  return element(
    'ol',
    { class: 'tries', 'aria-label': 'Tries' },
    ...action.tries.map((one) =>
      element(
        'li',
        {},
        one.status_code == null ? 'No answer' : `Status ${one.status_code}`,
        ` after ${duration(one.duration_ms)}`,
        one.error ? `: ${one.error}` : '',
      ),
    ),
  );
}

const block = (title: string, value: unknown): HTMLElement =>
  element(
    'details',
    { open: true },
    element('summary', {}, title),
    element('pre', { tabindex: 0, 'aria-label': `${words(title)} as JSON` }, json(value)),
  );
