import type { RunNews } from '../../page/client/page-data';

/** Several runs end at about the same time; what follows from them is read once. */
const TOGETHER_MS = 300;

/**
 * Tells when runs of flows have ended, and with them whatever they changed.
 * @param listener gets the names of the flows, those that failed apart
 * @param onStep told that runs have gone on, which may have asked somebody something
 */
export function listenToRuns(
  listener: (ended: { flows: Set<string>; failed: Set<string> }) => void,
  onStep: () => void,
): void {
  const noteStep = together(onStep);
  let flows = new Set<string>();
  let failed = new Set<string>();
  const tell = together(() => {
    const ended = { flows, failed };
    [flows, failed] = [new Set(), new Set()];
    listener(ended);
  });
  new EventSource('/api/news').addEventListener('message', ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as RunNews;
    noteStep();
    if (news.kind !== 'run_ended') return;
    flows.add(news.run.flow);
    if (news.run.status === 'Failed') failed.add(news.run.flow);
    tell();
  });
}

/** Does something once for all that call within a moment. */
function together(act: () => void): () => void {
  let timer = 0;
  return () => {
    if (timer !== 0) return;
    timer = window.setTimeout(() => {
      timer = 0;
      act();
    }, TOGETHER_MS);
  };
}
