import { element, icon } from './element.js';
import { stages, type StageState } from './stages.js';
import type { FlowOutline, RunView } from './page-data.js';

const WORD: Record<StageState, string> = {
  waiting: 'waiting',
  running: 'running',
  done: 'done',
  skipped: 'not needed',
  failed: 'failed',
};
const DRAWING: Record<StageState, string> = {
  waiting: 'waiting',
  running: 'running',
  done: 'check',
  skipped: 'skip',
  failed: 'cross',
};

/** The few steps a customer's message goes through, above the list of all actions. */
export function drawStageBar(list: HTMLElement, run: RunView, outline: FlowOutline): void {
  const drawn = stages(run, outline).map(({ label, state }) =>
    element(
      'li',
      { class: `stage stage-${state}` },
      icon(DRAWING[state]),
      element('span', {}, label, element('span', { class: 'visually-hidden' }, `: ${WORD[state]}`)),
    ),
  );
  list.replaceChildren(...drawn);
}
