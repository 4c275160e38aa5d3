import { randomUUID } from 'node:crypto';
import type { Store } from '../../proxy/src/events/store';
import { callOutsideRuns } from '../flow-engine/call-outside-runs';
import type { Accepted, Fault, FlowOutline, NewMessage, VendorView } from '../page/client/page-data';
import type { Desk, TableRow } from '../page/desk';
import type { Platform } from '../platform/platform';
import type { RunMessages } from './run-messages';

export interface DeskParts {
  platform: Platform;
  store: Pick<Store, 'eventsAbout'>;
  messages: RunMessages;
  flows: FlowOutline[];
  proxyUrl: string;
  dataFolder: string;
  vendors: () => VendorView[];
  setFault: (vendor: string, fault: Fault) => void;
}

/** How long a sender waits to hear which run takes the message up; a busy platform may take longer. */
const RUN_PATIENCE_MS = 3_000;
const CHAT_FLOW = 'Chat Processing';

/** The page's view of the parts that run in this process. */
export function localDesk(parts: DeskParts): Desk {
  const { platform, store, messages, flows, proxyUrl, dataFolder, vendors, setFault } = parts;
  const accepted = async (message_id: string, conversation_id: string): Promise<Accepted> => ({
    run_id: await messages.runOf(message_id, RUN_PATIENCE_MS),
    message_id,
    conversation_id,
  });
  return {
    mailbox: platform.outlook.address,
    proxyUrl,
    dataFolder,
    flows,
    vendors,
    setFault,
    send(message) {
      if (message.channel === 'chat') {
        const conversation = message.conversation_id ?? randomUUID();
        const id = randomUUID();
        messages.expect({
          channel: 'chat',
          messageId: id,
          conversationId: conversation,
          title: message.text,
          from: message.from || null,
        });
        // Nobody waits for the answer here: it is read from what the run leaves behind.
        void platform.request(CHAT_FLOW, chatTurn(message, conversation, id));
        return accepted(id, conversation);
      }
      const internetMessageId = `<${randomUUID()}@${message.from.split('@').pop() ?? 'localhost'}>`;
      messages.expect({
        channel: 'email',
        messageId: internetMessageId,
        conversationId: '',
        title: message.subject ?? message.text,
        from: message.from,
      });
      const { conversationId } = platform.outlook.deliver({ ...mailOf(message), internetMessageId });
      return accepted(internetMessageId, conversationId);
    },
    async rows(entityName, { filter, orderBy, top }) {
      const query = {
        entityName,
        ...(filter === undefined ? {} : { $filter: encodeURIComponent(filter) }),
        ...(orderBy === undefined ? {} : { $orderby: orderBy }),
        $top: top,
      };
      const { statusCode, body } = await callOutsideRuns(platform.dataverse, 'ListRecords', query, 'page');
      if (statusCode !== 200) throw new Error(`The table ${entityName} cannot be read: ${JSON.stringify(body)}`);
      return (body as { value: TableRow[] }).value;
    },
    async events({ messageId, ticketId, limit }) {
      const events = await store.eventsAbout({ messageId, ticketId });
      return events.reverse().slice(0, limit);
    },
  };
}

/** A turn as the inputs of the flow's Request trigger, which are numbered in the order of its form. */
const chatTurn = ({ from, text }: NewMessage, conversation: string, id: string): Record<string, string> => ({
  text: conversation,
  text_1: id,
  text_2: text,
  ...(from === '' ? {} : { text_3: from }),
});

function mailOf({ from, name, subject, text, reply_to, automatic, conversation_id }: NewMessage) {
  const sender = name ? `"${name.replace(/["\\<>]/g, '')}" <${from}>` : from;
  return {
    from: sender,
    subject: subject ?? '',
    body: text,
    isHtml: false,
    ...(reply_to === undefined ? {} : { replyTo: reply_to }),
    ...(automatic ? { headers: { 'Auto-Submitted': 'auto-replied' } } : {}),
    ...(conversation_id === undefined ? {} : { conversationId: conversation_id }),
  };
}
