import { orderAndParcelNumbers } from '../../proxy/src/ai/redaction/kept-words';
import { openRedaction } from '../../proxy/src/ai/redaction/open-redaction';
import type { TriageMessageRequest } from '../../proxy/src/contract/triage';
import { createTriage } from '../../proxy/src/triage/create-triage';
import type { TriageService } from '../../proxy/src/services';
import { shippedTriagePolicy } from '../../proxy/src/triage/review/triage-policy';
import { projectFile } from '../../proxy/src/project-file';
import { messageOf } from '../evaluation/case-message';
import { readPart } from '../evaluation/evaluation-case';
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

/** Reads a message and takes the personal data out, as is done before a language model is asked. */
async function readAndRedact(service: TriageService, message: TriageMessageRequest): Promise<string> {
  const { clean_text, entities } = await service.triage(message);
  const { redact } = openRedaction(orderAndParcelNumbers(entities));
  return redact(message.subject ?? '') + redact(clean_text);
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
      triage: { run: () => each((index) => readAndRedact(service, requests[index]!)), times: BATCH },
      words: {
        run: () =>
          each((index) => {
            const { subject, text } = JSON.parse(lines[index]!) as TriageMessageRequest;
            return `${subject} ${text}`.toLowerCase().split(/\W+/);
          }),
        times: BATCH,
      },
    });
    const onOneCore = await perProcessorSecond(() => each((index) => readAndRedact(service, requests[index]!)));
    const written = readPart('dev', projectFile('test/evaluation/cases')).filter(({ channel }) => channel === 'email');
    const mails = written.map(messageOf);
    const mailsOnOneCore = await perProcessorSecond(() =>
      each((index) => readAndRedact(service, mails[index % mails.length]!)),
    );
    const length = mails.reduce((sum, { text }) => sum + text.length, 0) / mails.length;
    return {
      bench: 'triage',
      about:
        'offline triage and redaction against JSON.parse, lower case and splitting into words of the same messages',
      figures: [
        ...comparison('messages', rates.triage, 'parse and split', rates.words),
        { name: 'messages per second of processor time', value: onOneCore * BATCH, unit: '1/s' },
        {
          name: `written e-mails of ${Math.round(length)} characters, the same`,
          value: mailsOnOneCore * BATCH,
          unit: '1/s',
        },
        ...modelCost(requests.slice(0, CLASSIFIED).map(({ text }) => text)),
      ],
    };
  },
};
