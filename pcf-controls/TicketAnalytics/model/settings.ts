import type { IInputs } from '../generated/ManifestTypes';
import { readPairs } from '../../shared/pairs';

const SCOPES = ['intent', 'agent', 'hour', 'day'] as const;
/** What a row groups by. */
export type Scope = (typeof SCOPES)[number];

const CHANNELS = ['email', 'chat'] as const;
/** The channels that have charts of their own. */
export type Channel = (typeof CHANNELS)[number];

/** What counts when a maker leaves a property empty; the manifest says the same. */
const DEFAULTS = {
  pageSize: 2500,
  columnPrefix: 'rcc_',
  scopeValues: 'intent=727000000; agent=727000001; hour=727000002; day=727000003',
  channelValues: 'email=727000000; chat=727000001',
  minimumRatings: 20,
  triageAddress: '/main.aspx?pagetype=entitylist&etn=rcc_ticket',
  targetEmailMinutes: 15,
  targetChatResolution: 75,
  targetTrackingAccuracy: 98,
  targetSatisfaction: 4.5,
  targetApiErrors: 0.1,
  targetFirstContact: 70,
  targetCost: 0.5,
} as const;

/** What a manager wants to reach; shares from 0 to 1. */
export interface Targets {
  readonly emailSeconds: number;
  readonly chatResolution: number;
  readonly trackingAccuracy: number;
  /** Of 5. */
  readonly satisfaction: number;
  readonly apiErrors: number;
  readonly firstContact: number;
  /** In the currency the rows tell. */
  readonly cost: number;
}

export interface Settings {
  readonly pageSize: number;
  readonly columnPrefix: string;
  readonly scopes: ReadonlyMap<number, Scope>;
  readonly channels: ReadonlyMap<number, Channel>;
  /** Below so many ratings an agent's quality is not ranked. */
  readonly minimumRatings: number;
  /** Where a mark leads to; empty when only the event is told. */
  readonly triageAddress: string;
  readonly targets: Targets;
}

/** The texts by which two property bags have equal settings. */
export const settingsKey = (parameters: IInputs): string =>
  JSON.stringify((Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]).map((name) => parameters[name]?.raw));

function readValues<W extends string>(property: string, text: string, words: readonly W[]): ReadonlyMap<number, W> {
  const values = new Map<number, W>();
  for (const [word, value] of readPairs(property, text, words)) {
    if (!/^-?\d+$/.test(value)) throw new Error(`${property}: "${value}" of ${word} is not a whole number.`);
    values.set(Number(value), word);
  }
  return values;
}

/**
 * Reads the input properties.
 * @throws Error that names the property and how it should look
 */
export function readSettings(parameters: IInputs): Settings {
  const text = (property: 'columnPrefix' | 'scopeValues' | 'channelValues') =>
    parameters[property]?.raw?.trim() || DEFAULTS[property];
  const number = (
    property: keyof typeof DEFAULTS & (`target${string}` | 'pageSize' | 'minimumRatings'),
    most: number,
  ) => {
    const value = parameters[property]?.raw ?? DEFAULTS[property];
    if (value > 0 && value <= most) return value;
    throw new Error(`${property}: ${value} must be more than 0 and at most ${most}.`);
  };
  const address = parameters.triageAddress?.raw ?? DEFAULTS.triageAddress;
  if (address !== '' && !/^(https:\/\/|\/(?!\/))/.test(address))
    throw new Error('triageAddress: must begin with https:// or with a single /.');
  return {
    pageSize: number('pageSize', 5000),
    columnPrefix: text('columnPrefix'),
    scopes: readValues('scopeValues', text('scopeValues'), SCOPES),
    channels: readValues('channelValues', text('channelValues'), CHANNELS),
    minimumRatings: number('minimumRatings', 10_000),
    triageAddress: address,
    targets: {
      emailSeconds: number('targetEmailMinutes', 10_080) * 60,
      chatResolution: number('targetChatResolution', 100) / 100,
      trackingAccuracy: number('targetTrackingAccuracy', 100) / 100,
      satisfaction: number('targetSatisfaction', 5),
      apiErrors: number('targetApiErrors', 100) / 100,
      firstContact: number('targetFirstContact', 100) / 100,
      cost: number('targetCost', 1e6),
    },
  };
}
