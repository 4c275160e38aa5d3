import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFlowObject } from '../../flows/expressions/value-types';
import { createFaultyConnector } from '../flow-engine/faulty-connector';
import { type Flow } from '../flow-engine/flow';
import { type RunTrigger } from '../flow-engine/run-host';
import { type RunRecord } from '../flow-engine/types';
import { createVirtualClock } from '../flow-engine/virtual-clock';
import { type IncomingMail, type SentMail } from '../outlook/mail';
import { projectFile } from '../../proxy/src/project-file';
import { scheduledFlows } from '../platform/load-flows';
import { startProduct } from '../start/start-product';
import { CommandProblem } from './command-problem';
import { type FileFault } from './fault-file';

export interface ProductRunOptions {
  /** The flow's id among the product's flows. */
  flow: Flow;
  trigger: RunTrigger['outputs'];
  faults: readonly FileFault[];
  /** Told of every fault that strikes. */
  struck: (fault: FileFault) => void;
  clock?: Date;
  seed: number;
  values: Readonly<Record<string, unknown>>;
}

/** A desk that is open around the clock, so that every flow finds somebody. */
const OPEN_DESK = { timeZone: 'UTC', from: '00:00', to: '24:00' };

/** Schedules would start runs nobody asked for. */
const otherSchedules = (asked: Flow): string[] =>
  scheduledFlows(projectFile('flows')).filter((name) => name !== asked.name);

export interface ProductRun {
  /** Every run that came of it, in the order of their ends. */
  runs: RunRecord[];
  sent: SentMail[];
}

/**
 * Runs one of the product's flows with everything it works with, started for this run alone: service, vendor
 * sandboxes, tables and mailbox.
 * @throws {CommandProblem} when the trigger does not fit
 */
export async function runInProduct(options: ProductRunOptions): Promise<ProductRun> {
  const folder = mkdtempSync(join(tmpdir(), 'rcc-flow-'));
  const runs: RunRecord[] = [];
  const clock = createVirtualClock(options.clock ?? new Date());
  try {
    const product = await startProduct({
      environment: { LOG_LEVEL: 'error', PORT: '0', RCC_DATA_DIR: folder },
      variables: options.values,
      clock,
      seed: options.seed,
      demoDesk: OPEN_DESK,
      off: otherSchedules(options.flow),
      observer: { runEnded: (run) => runs.push(run) },
      wrapConnector: (name, connector) => {
        const rules = options.faults.filter((fault) => fault.connector === undefined || fault.connector === name);
        return rules.length === 0 ? connector : createFaultyConnector(connector, rules, clock, options.struck);
      },
    });
    try {
      await start(product.platform, options);
      await product.platform.idle();
      return { runs, sent: [...product.platform.outlook.sent()] };
    } finally {
      await product.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Platform = Awaited<ReturnType<typeof startProduct>>['platform'];

/** The way the trigger is really raised: a mail is put into the mailbox, a request is made. */
async function start(platform: Platform, { flow, trigger }: ProductRunOptions): Promise<void> {
  if (flow.trigger.type === 'Request') {
    await platform.request(flow.name, trigger.body);
  } else if (flow.trigger.operationId === 'OnNewEmailV3') {
    for (const mail of mailsOf(trigger.body)) platform.deliverMail(mail);
  } else platform.raise(flow.name, trigger);
}

/** The mails of a trigger's body: a list under `value`, or a single one. */
function mailsOf(body: unknown): IncomingMail[] {
  const value = isFlowObject(body) && 'value' in body ? body.value : body;
  const listed: unknown[] = Array.isArray(value) ? value : [value];
  return listed.map((mail, index) => {
    const place = Array.isArray(value) ? `/value/${index}` : '';
    if (!isFlowObject(mail))
      throw new CommandProblem(`The trigger's body${place} is no mail: { "from", "subject", "body" }.`);
    const { from, subject, body: text } = mail;
    for (const [name, given] of Object.entries({ from, subject, body: text })) {
      if (typeof given !== 'string') throw new CommandProblem(`The trigger's mail${place} needs '${name}' as text.`);
    }
    const { toRecipients, ccRecipients, replyTo, isHtml, importance, internetMessageId, conversationId, headers } =
      mail;
    const optional = { replyTo, isHtml, importance, internetMessageId, conversationId, headers };
    return {
      from,
      subject,
      body: text,
      ...(typeof toRecipients === 'string' ? { to: toRecipients } : {}),
      ...(typeof ccRecipients === 'string' ? { cc: ccRecipients } : {}),
      ...Object.fromEntries(Object.entries(optional).filter(([, given]) => given !== undefined && given !== null)),
    } as IncomingMail;
  });
}
