import type { Connector } from '../../workbench/flow-engine/types';

/** Protections of the product that a simulation can do without, to show that it notices. */
export const PROTECTIONS = [
  'claims',
  'unique messages',
  'housekeeping',
  'status versions',
  'recorded statuses',
] as const;
export type Protection = (typeof PROTECTIONS)[number];

const DATAVERSE = 'shared_commondataserviceforapps';
const SERVICE = 'rcc_retailcallcenter';

/** Takes a protection away from what flows rely on. Housekeeping is turned off by the simulation itself. */
export function withoutProtection(protection: Protection | undefined, name: string, connector: Connector): Connector {
  let count = 0;
  if (protection === 'claims' && name === SERVICE) {
    return {
      call: (request) => {
        const body = request.arguments.body as { type?: string } | undefined;
        if (body?.type !== 'send_claimed') return connector.call(request);
        count += 1;
        return connector.call({
          ...request,
          arguments: {
            ...request.arguments,
            'Idempotency-Key': `${String(request.arguments['Idempotency-Key'])}#${count}`,
          },
        });
      },
    };
  }
  if (protection === 'recorded statuses' && name === SERVICE) {
    return {
      call: (request) => {
        const body = request.arguments.body as { status_to?: string } | undefined;
        if (request.operationId !== 'RecordInteraction' || body?.status_to === undefined)
          return connector.call(request);
        return Promise.resolve({ statusCode: 200, headers: {}, body: { replayed: false } });
      },
    };
  }
  if (protection === 'unique messages' && name === DATAVERSE) {
    return {
      call: (request) => {
        const { operationId, arguments: args } = request;
        const item = args.item as Record<string, unknown> | undefined;
        if (operationId !== 'CreateRecord' || args.entityName !== 'rcc_messages' || !item?.rcc_internetmessageid) {
          return connector.call(request);
        }
        count += 1;
        const changed = { ...item, rcc_internetmessageid: `${String(item.rcc_internetmessageid)}#${count}` };
        return connector.call({ ...request, arguments: { ...args, item: changed } });
      },
    };
  }
  if (protection === 'status versions' && name === DATAVERSE) {
    return {
      call: (request) => {
        const item = request.arguments.item as Record<string, unknown> | undefined;
        if (request.arguments.entityName !== 'rcc_tickets' || item?.rcc_statusversion === undefined) {
          return connector.call(request);
        }
        const { rcc_statusversion: _version, ...kept } = item;
        return connector.call({ ...request, arguments: { ...request.arguments, item: kept } });
      },
    };
  }
  return connector;
}
