import type { Dataverse } from '../dataverse/dataverse';
import type { PersonView } from './desk-data';

/** Everybody who can work at the desk: users with an address of their own, in the order of their names. */
export function peopleOf({ rows }: Pick<Dataverse, 'rows'>): PersonView[] {
  const zones = new Map([...rows('rcc_agentprofile')].map((row) => [row._rcc_user_value, row.rcc_timezone]));
  return [...rows('systemuser')]
    .filter(({ internalemailaddress: address }) => typeof address === 'string' && address !== '')
    .map(({ systemuserid: id, fullname: name, internalemailaddress: address }) => ({
      id: String(id),
      name: String(name),
      address: String(address),
      time_zone: typeof zones.get(id) === 'string' ? String(zones.get(id)) : null,
    }))
    .sort((left, right) => left.name.localeCompare(right.name));
}
