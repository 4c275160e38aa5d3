import type { Dataverse } from '../dataverse/dataverse';
import type { RowChange } from '../dataverse/row-change';
import type { Flow } from '../flow-engine/flow';
import type { RunHost } from '../flow-engine/run-host';
import { triggerRuns } from '../flow-engine/trigger-runs';
import type { ReceivedMail } from '../outlook/mail';
import { matchesNewMail, newMailOutputs } from '../outlook/new-mail-trigger';
import type { Delivery } from './delivery-queue';
import { triggerParameters } from './trigger-parameters';

/** API names of the platform's own connectors. */
export const OUTLOOK = 'shared_office365';
export const DATAVERSE = 'shared_commondataserviceforapps';

/** Turns events into the runs they start. */
export interface TriggerRouter {
  ofMail(mail: ReceivedMail): Delivery[];
  ofRowChange(change: RowChange): Delivery[];
}

type TriggerHost = Pick<RunHost, 'clock' | 'random' | 'parameters'>;

/**
 * Reads the triggers of all flows once.
 * @param dataverse where row triggers subscribe; asked for when the first row changes
 * @throws for a trigger the platform cannot raise, naming the flow
 */
export function createTriggerRouter(
  flows: readonly Flow[],
  host: TriggerHost,
  dataverse: () => Dataverse,
): TriggerRouter {
  const mailFlows: { flow: Flow; parameters: Record<string, unknown> }[] = [];
  const rowFlows: { flow: Flow; parameters: Record<string, unknown>; matches?: (change: RowChange) => boolean }[] = [];
  for (const flow of flows) {
    const { type, connector, operationId } = flow.trigger;
    if (type === 'Request') continue;
    const parameters = triggerParameters(flow, host);
    if (connector === OUTLOOK && operationId === 'OnNewEmailV3') mailFlows.push({ flow, parameters });
    else if (connector === DATAVERSE && operationId === 'SubscribeWebhookTrigger') rowFlows.push({ flow, parameters });
    else throw new Error(`The trigger of '${flow.name}' (${operationId ?? type}) cannot be raised here yet.`);
  }

  function deliveries(flow: Flow, outputs: Delivery['outputs']): Delivery[] {
    const acceptedOn = host.clock.now().toISOString();
    return triggerRuns(flow, outputs, host).map((one) => ({ flowId: flow.id, outputs: one, acceptedOn }));
  }

  function subscribe(parameters: Record<string, unknown>): (change: RowChange) => boolean {
    const text = (name: string) => {
      const value = parameters[`subscriptionRequest/${name}`];
      return typeof value === 'string' ? value : undefined;
    };
    return dataverse().subscribe({
      message: Number(parameters['subscriptionRequest/message']),
      entityname: text('entityname') ?? '',
      filteringattributes: text('filteringattributes'),
      filterexpression: text('filterexpression'),
    });
  }

  return {
    ofMail: (mail) =>
      mailFlows
        .filter(({ parameters }) => matchesNewMail(parameters, mail))
        .flatMap(({ flow, parameters }) => deliveries(flow, newMailOutputs(parameters, mail))),
    ofRowChange: (change) =>
      rowFlows
        .filter((one) => (one.matches ??= subscribe(one.parameters))(change))
        .flatMap(({ flow }) => deliveries(flow, { headers: {}, body: dataverse().present(change) })),
  };
}
