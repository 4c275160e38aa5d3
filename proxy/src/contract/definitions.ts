import type { TObject } from '@sinclair/typebox';
import * as chat from './chat';
import * as interaction from './interaction';
import * as orderContext from './order-context';
import * as reply from './reply';
import * as ticket from './ticket';
import * as triage from './triage';

const isNamedObject = (value: unknown): value is TObject =>
  typeof value === 'object' && value !== null && '$id' in value && 'properties' in value;

/** Every named object of the contract by its name: the `definitions` of the connector document. */
export const definitions: Record<string, TObject> = Object.fromEntries(
  [triage, orderContext, reply, ticket, interaction, chat]
    .flatMap((module) => Object.values(module) as unknown[])
    .filter(isNamedObject)
    .map((schema) => [String(schema.$id), schema]),
);
