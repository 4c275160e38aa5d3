import fc from 'fast-check';
import { readFlowDocument } from '../../flows/file/read-flow-document';
import { activationOrder, childrenOf } from './activation-order';
import type { ReleasedFlow } from './release';

const flowThatCalls = (id: string, called: readonly string[]): ReleasedFlow => {
  const actions = Object.fromEntries(
    called.map((child, index) => [
      `A${String(index)}`,
      { type: 'Workflow', inputs: { host: { workflowReferenceName: child } } },
    ]),
  );
  const text = JSON.stringify({ properties: { definition: { actions } } });
  return { id, name: id, document: readFlowDocument('flow.json', text) };
};

/** Flows 0 … n-1 with any calls between them, also circles and calls to flows elsewhere. */
const anyFlows = fc
  .integer({ min: 1, max: 9 })
  .chain((count) =>
    fc.array(fc.array(fc.integer({ min: 0, max: count }), { maxLength: 3 }), { minLength: count, maxLength: count }),
  )
  .map((calls) => new Map(calls.map((called, id) => [String(id), flowThatCalls(String(id), called.map(String))])));

test('whoever is called comes before the caller; who waits in vain is named, nobody is lost', () => {
  fc.assert(
    fc.property(anyFlows, (flows) => {
      const { order, circle } = activationOrder(flows);
      expect([...order, ...circle].map(({ id }) => id).sort()).toEqual([...flows.keys()].sort());
      const place = new Map(order.map(({ id }, index) => [id, index]));
      for (const [index, flow] of order.entries())
        for (const id of childrenOf(flow)) if (flows.has(id)) expect(place.get(id)).toBeLessThan(index);
      const stuck = new Set(circle.map(({ id }) => id));
      for (const flow of circle) expect(childrenOf(flow).some((id) => stuck.has(id))).toBe(true);
    }),
  );
});
