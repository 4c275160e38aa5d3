import { actionDetail } from './action-detail.js';
import { element, icon } from './element.js';
import type { ActionView, FlowOutline, OutlineAction, RunView } from './page-data.js';
import { statusMark } from './status-mark.js';
import { duration } from './words.js';

interface Row {
  item: HTMLLIElement;
  head: HTMLElement;
  inner: HTMLOListElement;
  order: number[];
}

/** In which branch of a condition or switch an action lies; the yes branch goes without saying. */
const branchOf = (action: OutlineAction | undefined): string => {
  if (!action?.branch || action.branch === 'yes') return '';
  return action.branch === 'no' ? ' · else' : ` · case ${action.branch}`;
};

const keyOf = (name: string, repetition: number[]): string => [name, ...repetition].join('/');

/** The actions of one run, nested as in the flow, each drawn when it starts and again when it ends. */
export class RunTimeline {
  private readonly rows = new Map<string, Row>();
  private readonly known: Map<string, { action: OutlineAction; place: number }>;

  constructor(
    private readonly list: HTMLOListElement,
    private readonly runId: string,
    outline: FlowOutline,
  ) {
    this.known = new Map(outline.actions.map((action, place) => [action.name, { action, place }]));
    list.replaceChildren();
  }

  drawAll(run: RunView): void {
    for (const action of run.actions) this.draw(action);
  }

  draw(action: ActionView): void {
    const row = this.rowOf(action.name, action.repetition);
    row.item.className = `step step-${action.status.toLowerCase()}`;
    row.head.replaceChildren(...this.headOf(action));
    const opened = row.item.querySelector('.detail');
    if (opened && action.status !== 'Running') opened.replaceWith(actionDetail(this.runId, action));
    row.head.onclick = () => this.toggle(row, action);
    if (action.status === 'Running') this.follow(row);
  }

  /** Where the list scrolls by itself (a narrow screen) it keeps up with the run. */
  private follow({ item }: Row): void {
    const box = this.list.parentElement;
    if (box && box.scrollHeight > box.clientHeight)
      box.scrollTop = item.offsetTop - box.offsetTop - box.clientHeight / 2;
  }

  private toggle(row: Row, action: ActionView): void {
    const open = row.item.querySelector(':scope > .detail');
    row.head.setAttribute('aria-expanded', String(!open));
    if (open) open.remove();
    else row.head.after(actionDetail(this.runId, action));
  }

  private headOf(action: ActionView): Node[] {
    const calls = this.known.get(action.name)?.action;
    const calledOrType = calls?.operation ? `${calls.operation} · ${calls.connector ?? ''}` : action.type;
    const does = calledOrType + branchOf(calls);
    const tries = action.tries.length > 1 ? `${action.tries.length} tries` : null;
    const nth = action.repetition.length ? ` #${action.repetition.map((index) => index + 1).join('.')}` : '';
    return [
      statusMark(action.status, true),
      element(
        'span',
        { class: 'step-name' },
        action.name.replace(/_/g, ' ') + nth,
        element('span', { class: 'step-does' }, does),
      ),
      element(
        'span',
        { class: 'step-time' },
        tries ? element('span', { class: 'step-tries' }, tries) : null,
        action.duration_ms == null || action.status === 'Skipped' ? '' : duration(action.duration_ms),
      ),
      icon('chevron', 'step-chevron'),
    ];
  }

  private rowOf(name: string, repetition: number[]): Row {
    const key = keyOf(name, repetition);
    const existing = this.rows.get(key);
    if (existing) return existing;

    const head = element('button', { class: 'step-head', type: 'button', 'aria-expanded': 'false' });
    const inner = element('ol', { class: 'steps' });
    const item = element('li', { class: 'step' }, head, inner);
    const row = { item, head, inner, order: [...repetition, this.known.get(name)?.place ?? Infinity] };
    this.rows.set(key, row);
    insertInOrder(this.parentOf(name, repetition), row, [...this.rows.values()]);
    return row;
  }

  /** An action in a loop has the loop's index in its repetition; the loop itself does not. */
  private parentOf(name: string, repetition: number[]): HTMLOListElement {
    const parent = this.known.get(name)?.action.parent;
    if (!parent) return this.list;
    const isLoop = this.known.get(parent)?.action.type === 'Foreach' || this.known.get(parent)?.action.type === 'Until';
    return this.rowOf(parent, isLoop ? repetition.slice(0, -1) : repetition).inner;
  }
}

function insertInOrder(list: HTMLOListElement, row: Row, rows: Row[]): void {
  const later = [...list.children].find((child) => {
    const sibling = rows.find(({ item }) => item === child);
    return sibling !== undefined && comesAfter(sibling.order, row.order);
  });
  list.insertBefore(row.item, later ?? null);
}

function comesAfter(left: number[], right: number[]): boolean {
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
