import type { RunNews } from '../../page/client/page-data';

/** Several runs end at about the same time; what follows from them is read once. */
const TOGETHER_MS = 300;

/**
 * Tells when runs of flows have ended, and with them whatever they changed.
 * @param listener gets the names of the flows, those that failed apart
 */
export function listenToRuns(listener: (ended: { flows: Set<string>; failed: Set<string> }) => void): void {
  let flows = new Set<string>();
  let failed = new Set<string>();
  let timer = 0;
  const tell = (): void => {
    timer = 0;
    const ended = { flows, failed };
    [flows, failed] = [new Set(), new Set()];
    listener(ended);
  };
  new EventSource('/api/news').addEventListener('message', ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as RunNews;
    if (news.kind !== 'run_ended') return;
    flows.add(news.run.flow);
    if (news.run.status === 'Failed') failed.add(news.run.flow);
    if (timer === 0) timer = window.setTimeout(tell, TOGETHER_MS);
  });
}
