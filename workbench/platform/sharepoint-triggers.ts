import type { SharePointChange } from '../sharepoint/changes';
import type { SharePoint } from '../sharepoint/sharepoint';
import type { TriggerSource } from './trigger-source';

/** The API name of SharePoint. */
export const SHAREPOINT = 'shared_sharepointonline';

/** Raises the triggers for new, updated and deleted items and files. */
export function sharePointTriggers(sharePoint: SharePoint): TriggerSource<SharePointChange> {
  return {
    connector: SHAREPOINT,
    subscribe: (operationId, parameters) => sharePoint.subscribe(operationId, parameters),
  };
}
