import type { RunNews } from './page-data.js';

/** Between two drawn steps: a run takes less than half a second, too fast to follow with the eye. */
const STEP_MS = 24;
/** A backlog longer than this is drawn at once. */
const LONGEST_BACKLOG = 150;

export interface NewsLine {
  /** Keeps the news back, so that none is drawn before it is known which are awaited. */
  hold(): void;
  release(): void;
}

/**
 * Listens to the runs and hands their news over one by one, at a pace the eye can follow (at once for a reader who
 * wants less motion). The durations shown are always the measured ones.
 * @param connection told when the line to the server is lost and when it is back
 */
export function listen(draw: (news: RunNews) => void, connection: (alive: boolean) => void): NewsLine {
  let held = false;
  const waiting: RunNews[] = [];
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let timer = 0;

  const next = (): void => {
    timer = 0;
    if (held) return;
    do {
      const news = waiting.shift();
      if (!news) return;
      draw(news);
    } while (calm.matches || document.hidden || waiting.length > LONGEST_BACKLOG);
    if (waiting.length > 0) timer = window.setTimeout(next, STEP_MS);
  };

  const source = new EventSource('/api/news');
  source.addEventListener('message', (event: MessageEvent<string>) => {
    waiting.push(JSON.parse(event.data) as RunNews);
    if (timer === 0) timer = window.setTimeout(next, 0);
  });
  source.addEventListener('open', () => connection(true));
  source.addEventListener('error', () => connection(false));
  return {
    hold: () => (held = true),
    release: () => {
      held = false;
      if (timer === 0) timer = window.setTimeout(next, 0);
    },
  };
}
