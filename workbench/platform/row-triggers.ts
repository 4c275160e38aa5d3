import type { Dataverse } from '../dataverse/dataverse';
import type { RowChange } from '../dataverse/row-change';
import type { TriggerSource } from './trigger-source';

/** The API name of Microsoft Dataverse. */
export const DATAVERSE = 'shared_commondataserviceforapps';

/** Raises the trigger for added, modified and deleted rows. */
export function rowTriggers(dataverse: Dataverse): TriggerSource<RowChange> {
  return {
    connector: DATAVERSE,
    subscribe(operationId, parameters) {
      if (operationId !== 'SubscribeWebhookTrigger') return undefined;
      const text = (name: string) => {
        const value = parameters[`subscriptionRequest/${name}`];
        return typeof value === 'string' ? value : undefined;
      };
      const scope = parameters['subscriptionRequest/scope'];
      const matches = dataverse.subscribe({
        message: Number(parameters['subscriptionRequest/message']),
        entityname: text('entityname') ?? '',
        ...(scope == null ? {} : { scope: Number(scope) }),
        filteringattributes: text('filteringattributes'),
        filterexpression: text('filterexpression'),
      });
      return (change) => (matches(change) ? { headers: {}, body: dataverse.present(change) } : undefined);
    },
  };
}
