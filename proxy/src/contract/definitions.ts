import type { TObject } from '@sinclair/typebox';
import * as assignment from './assignment';
import * as chat from './chat';
import * as desk from './desk';
import * as feedback from './feedback';
import * as interaction from './interaction';
import * as moneyAction from './money-action';
import * as orderContext from './order-context';
import * as reply from './reply';
import * as resolution from './resolution';
import * as statistics from './statistics';
import * as ticket from './ticket';
import * as ticketTableRow from './ticket-table-row';
import * as triage from './triage';

const isNamedObject = (value: unknown): value is TObject =>
  typeof value === 'object' && value !== null && '$id' in value && 'properties' in value;

/** Every named object of the contract by its name: the `definitions` of the connector document. */
export const definitions: Record<string, TObject> = Object.fromEntries(
  [
    triage,
    orderContext,
    reply,
    ticket,
    ticketTableRow,
    interaction,
    moneyAction,
    chat,
    desk,
    assignment,
    resolution,
    feedback,
    statistics,
  ]
    .flatMap((module) => Object.values(module) as unknown[])
    .filter(isNamedObject)
    .map((schema) => [String(schema.$id), schema]),
);
