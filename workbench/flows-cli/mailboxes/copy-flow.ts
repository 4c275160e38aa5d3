import { type Mailbox, mailboxOfParameter, parameterOf } from './mailbox';

/** A flow's document, as far as a mailbox matters in it. */
interface Exported {
  properties: {
    definition: {
      parameters: Record<string, unknown>;
      triggers: Record<string, Trigger>;
      actions: unknown;
    };
  };
}

interface Trigger {
  type: string;
  inputs: { host: { operationId: string }; parameters: Record<string, unknown> } & Record<string, unknown>;
  conditions: { expression: string }[];
}

/** The mailbox the original reads: the connection's own. */
export const OWN: Mailbox = { displayName: 'Support mailbox', variable: 'rcc_SupportMailbox' };

const read = (mailbox: Mailbox): string => `parameters('${parameterOf(mailbox)}')`;

/** Two mailboxes that answer each other would never stop: a mail from any of ours starts nothing. */
const notFrom = (mailbox: Mailbox): { expression: string } => ({
  expression: `@not(equals(toLower(coalesce(triggerOutputs()?['body/from'], '')), toLower(${read(mailbox)})))`,
});

const variable = (mailbox: Mailbox) => ({
  [parameterOf(mailbox)]: { defaultValue: '', type: 'String', metadata: { schemaName: mailbox.variable } },
});

const written = (flow: Exported): string => `${JSON.stringify(flow, null, 2)}\n`;

function knowing(text: string, mailboxes: readonly Mailbox[]): { flow: Exported; trigger: Trigger; name: string } {
  const flow = JSON.parse(text) as Exported;
  const { definition } = flow.properties;
  const [[name, trigger]] = Object.entries(definition.triggers) as [[string, Trigger]];
  const own = Object.entries(definition.parameters).filter(([key]) => key.startsWith('$') || key === parameterOf(OWN));
  definition.parameters = Object.assign(Object.fromEntries(own), ...mailboxes.map(variable)) as Record<string, unknown>;
  trigger.conditions = [OWN, ...mailboxes].map(notFrom);
  return { flow, trigger, name };
}

/** The original, which has to know mail of the further mailboxes for our own. */
export const originalKnowing = (original: string, mailboxes: readonly Mailbox[]): string =>
  written(knowing(original, mailboxes).flow);

/** The further mailboxes the original knows: it has no other settings. */
export const mailboxesKnownTo = (original: string): Mailbox[] =>
  Object.keys((JSON.parse(original) as Exported).properties.definition.parameters)
    .filter((key) => key !== parameterOf(OWN))
    .flatMap((key) => mailboxOfParameter(key) ?? []);

/** How Ticket Housekeeping names all our mailboxes. */
const OUR_MAILBOXES = /createArray\(parameters\('[^']+'\)(?:, parameters\('[^']+'\))*\)/g;

/**
 * Ticket Housekeeping, which has to look through every mailbox for mail that was never taken in.
 * @throws when it names our mailboxes nowhere
 */
export function housekeepingKnowing(housekeeping: string, mailboxes: readonly Mailbox[]): string {
  const lists = housekeeping.match(OUR_MAILBOXES);
  if (lists === null) throw new Error(`Ticket Housekeeping has no list of mailboxes: createArray(${read(OWN)}).`);
  const named = lists
    .join()
    .match(/(?<=')[^']+(?=')/g)!
    .filter((key) => key !== parameterOf(OWN));
  const all = `createArray(${[OWN, ...mailboxes].map(read).join(', ')})`;
  const flow = JSON.parse(housekeeping.replace(OUR_MAILBOXES, () => all)) as Exported;
  const { definition } = flow.properties;
  const others = Object.entries(definition.parameters).filter(([key]) => !named.includes(key));
  definition.parameters = Object.assign(Object.fromEntries(others), ...mailboxes.map(variable)) as Record<
    string,
    unknown
  >;
  return written(flow);
}

/**
 * The original's copy for one of the further mailboxes: starts by mail in that shared mailbox, reads headers there,
 * answers from there and notes it on the message, whose later answers leave from there too. All else is the same, so
 * that the same mail in two mailboxes leads to one ticket and one answer.
 */
export function copyFor(mailbox: Mailbox, original: string, mailboxes: readonly Mailbox[]): string {
  const { flow, trigger, name } = knowing(original, mailboxes);
  const { definition } = flow.properties;
  const { host, authentication } = trigger.inputs;
  const shared = {
    ...trigger,
    // This trigger asks for mail; the one of the connection's own mailbox is told.
    type: 'OpenApiConnection',
    inputs: {
      host: { ...host, operationId: 'SharedMailboxOnNewEmailV2' },
      parameters: {
        mailboxAddress: `@${read(mailbox)}`,
        folderId: 'Inbox',
        importance: 'Any',
        hasAttachments: false,
        includeAttachments: false,
      },
      authentication,
    },
    recurrence: { frequency: 'Minute', interval: 1 },
  };
  definition.triggers = {
    [name.replace('When_a_new_email_arrives_(V3)', 'When_a_new_email_arrives_in_a_shared_mailbox_(V2)')]: shared,
  };
  definition.actions = JSON.parse(JSON.stringify(definition.actions), (key, value: unknown) => {
    if (key === 'Uri' && typeof value === 'string') {
      return value.replace('/me/messages/', `/users/@{encodeUriComponent(${read(mailbox)})}/messages/`);
    }
    if (!isRecord(value) || !isRecord(value.host) || !isRecord(value.parameters)) return value;
    const { host, parameters } = value;
    const isOfInbound = host.operationId === 'CreateRecord' && parameters['item/rcc_direction'] === INBOUND;
    const name = host.operationId === 'ReplyToV3' ? 'mailboxAddress' : isOfInbound ? 'item/rcc_mailbox' : undefined;
    return name === undefined ? value : { ...value, parameters: { ...parameters, [name]: `@${read(mailbox)}` } };
  });
  return written(flow);
}

/** The direction of a message a customer sent. */
const INBOUND = 727000000;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
