import type { RunRecord } from '../flow-engine/types';
import type { ReceivedMail, SentMail } from '../outlook/mail';
import { mailRun } from '../page/desk.fixture';
import { earlierMessages } from './earlier-messages';

const received = {
  id: 'mail-1',
  internetMessageId: '<a@example.com>',
  conversationId: 'c',
  subject: 'Hi',
  from: 'a@b.c',
};
const outlook = (sent: Partial<SentMail>[]) => ({
  inbox: () => [received as ReceivedMail].values(),
  sent: () => (sent as SentMail[]).values(),
});

it('knows a mail by what its run sent', () => {
  const found = earlierMessages([mailRun('run-1')], outlook([{ runId: 'run-1', answers: 'mail-1' }]));
  expect(found.get('run-1')).toMatchObject({ channel: 'email', messageId: '<a@example.com>', title: 'Hi' });
});

it('knows a chat turn by the inputs of its flow', () => {
  const body = { text: 'talk', text_1: 'turn', text_2: 'Hello' };
  const run: RunRecord = {
    ...mailRun('run-2'),
    flowName: 'Chat Processing',
    trigger: { name: 'manual', outputs: { body } },
  };
  expect(earlierMessages([run], outlook([])).get('run-2')).toEqual({
    channel: 'chat',
    messageId: 'turn',
    conversationId: 'talk',
    title: 'Hello',
    from: null,
  });
});

it('does not guess for a run that sent nothing, nor for a mail another run answered', () => {
  const found = earlierMessages(
    [mailRun('run-3')],
    outlook([{ runId: 'other', answers: 'mail-1' }, { runId: 'run-3' }]),
  );
  expect(found.size).toBe(0);
});
