import { plainId } from '../model/ticket';
import type { Host } from './desk';

/** Lets a person look an agent up. @returns nothing when nobody was chosen @throws where the host has no such dialog */
export async function lookUpAgent({ context }: Host): Promise<{ id: string; name: string } | undefined> {
  const [agent] = await context.utils.lookupObjects({
    entityTypes: ['systemuser'],
    defaultEntityType: 'systemuser',
    allowMultiSelect: false,
  });
  return agent && { id: plainId(agent.id), name: agent.name ?? '' };
}
