import { painted } from './stage';

/** A list on the page that can be measured. */
export interface Measurable {
  readonly firstPaint: Promise<number>;
  update(): void;
}

/** What was measured of a list; times in milliseconds. */
export interface ListMeasures {
  firstPaint: number;
  /** An update with nothing changed. */
  update: number;
  nodes: number;
  frameP95: number;
  /** Frames of the scrolling in which no row was in the middle of the list. */
  blankFrames: number;
}

const STEPS = 60;
const STEP_PIXELS = 350;
const ROUNDS = 21;
/** The browser's clock is too coarse for a single update. */
const UPDATES_OF_ROUND = 10;

/** Measures a list that has its rows: the first view, unchanged updates, and the frames of a scroll through it. */
export async function measureList(list: Measurable): Promise<ListMeasures> {
  const firstPaint = await list.firstPaint;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    for (let update = 0; update < UPDATES_OF_ROUND; update += 1) list.update();
    times.push((performance.now() - begun) / UPDATES_OF_ROUND);
  }
  await painted();
  const place = document.getElementById('control') as HTMLElement;
  const nodesNow = () => place.querySelectorAll('*').length;
  const scroller = scrollerIn(place);
  const frames: number[] = [];
  let blankFrames = 0;
  let nodes = nodesNow();
  for (let step = 0, last = await frame(); step < STEPS; step += 1) {
    scroller.scrollTop += STEP_PIXELS;
    const now = await frame();
    frames.push(now - last);
    last = now;
    if (!hasRowInTheMiddle(scroller)) blankFrames += 1;
    nodes = Math.max(nodes, nodesNow());
  }
  return { firstPaint, update: quantile(times, 0.5), nodes, frameP95: quantile(frames, 0.95), blankFrames };
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

/** The element of the list that scrolls: the one with the most to scroll. */
function scrollerIn(place: HTMLElement): HTMLElement {
  const candidates = [place, ...place.querySelectorAll<HTMLElement>('*')].filter((element) =>
    /auto|scroll/.test(getComputedStyle(element).overflowY),
  );
  const hidden = (element: HTMLElement) => element.scrollHeight - element.clientHeight;
  const [most] = candidates.sort((a, b) => hidden(b) - hidden(a));
  if (!most || hidden(most) < STEPS * STEP_PIXELS) throw new Error('There is no list with enough rows to scroll.');
  return most;
}

function hasRowInTheMiddle(scroller: HTMLElement): boolean {
  const { left, top, width, height } = scroller.getBoundingClientRect();
  const row = document.elementFromPoint(left + width / 3, top + height / 2)?.closest('[role="row"]');
  return row !== null && row !== undefined && (row.textContent ?? '').trim() !== '';
}
