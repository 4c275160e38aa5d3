import type { TriageMessageRequest } from '../../proxy/src/contract/triage';
import { createTriage } from '../../proxy/src/triage/create-triage';
import { shippedTriagePolicy } from '../../proxy/src/triage/review/triage-policy';
import { dayLoad } from '../load/day-load';
import { type Bench, comparison, ratesOf } from './measurement';
import { modelCost } from './model-cost';

const BATCH = 50;
const ROUNDS = 60;
const CLASSIFIED = 300;

/** How often work can be done while one core does nothing else, whatever else the machine is doing. */
async function perProcessorSecond(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) await work();
  const { user, system } = process.cpuUsage(start);
  return (ROUNDS / (user + system)) * 1_000_000;
}

/** Offline triage of a day's messages against the least any reading of them takes, and what its model costs. */
export const triage: Bench = {
  name: 'triage',
  meaning: 'offline triage of a message',
  async run() {
    const { emails, chats } = dayLoad(1);
    const requests: TriageMessageRequest[] = [
      ...emails.map(({ from, subject, body = '' }) => ({
        channel: 'email' as const,
        from_email: from,
        subject,
        text: body,
      })),
      ...chats.map(({ from, text = '' }) => ({ channel: 'chat' as const, from_email: from, text })),
    ];
    const lines = requests.map((request) => JSON.stringify(request));
    const service = createTriage({ policy: shippedTriagePolicy });
    let next = 0;
    const each = async (work: (index: number) => unknown) => {
      for (let count = 0; count < BATCH; count += 1) await work((next = (next + 7) % requests.length));
    };
    const rates = await ratesOf({
      triage: { run: () => each((index) => service.triage(requests[index]!)), times: BATCH },
      words: {
        run: () =>
          each((index) => {
            const { subject, text } = JSON.parse(lines[index]!) as TriageMessageRequest;
            return `${subject} ${text}`.toLowerCase().split(/\W+/);
          }),
        times: BATCH,
      },
    });
    const onOneCore = await perProcessorSecond(() => each((index) => service.triage(requests[index]!)));
    return {
      bench: 'triage',
      about: 'offline triage against JSON.parse, lower case and splitting into words of the same messages',
      figures: [
        ...comparison('messages', rates.triage, 'parse and split', rates.words),
        { name: 'messages per second of processor time', value: onOneCore * BATCH, unit: '1/s' },
        ...modelCost(requests.slice(0, CLASSIFIED).map(({ text }) => text)),
      ],
    };
  },
};
