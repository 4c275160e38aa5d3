import { activationOrder, childrenOf } from '../activation-order';
import type { Release } from '../release';
import type { Rule } from '../rule';

/** The packages that go into an environment, in the order they are imported. */
export type Packages = readonly Release[];

const kindOf = (managed: boolean) => (managed ? 'managed' : 'unmanaged');

/** Operations of custom connectors a release calls: `operation of connector name` with the first flow that does. */
function* operationsCalled({ flows, file }: Release) {
  for (const { name, document } of flows.values()) {
    const calls = [...document.actions, ...(document.trigger ? [document.trigger] : [])];
    for (const { definition } of calls) {
      const host = (definition.inputs as { host?: { connectionName?: string; operationId?: string } } | undefined)
        ?.host;
      const reference = document.references.get(host?.connectionName ?? '');
      if (host?.operationId !== undefined && reference !== undefined)
        yield { file, flow: name, connector: reference.connector, operation: host.operationId };
    }
  }
}

export const packageRules: readonly Rule<Packages>[] = [
  {
    code: 'P101',
    severity: 'error',
    title: 'The connector is imported before what uses it.',
    *check(packages) {
      for (const [index, { file, connectorsNeeded }] of packages.entries()) {
        const later = packages
          .slice(index + 1)
          .find(({ connectors }) => connectorsNeeded.some((id) => connectors.has(id)));
        if (later === undefined) continue;
        yield {
          file,
          message: `${file} needs the connector of ${later.file}, which comes after it.`,
          fix: `Import ${later.file} first.`,
        };
      }
    },
  },
  {
    code: 'P102',
    severity: 'error',
    title: 'The connector that is needed is the one that comes.',
    *check(packages) {
      for (const { file, connectorsNeeded } of packages) {
        for (const id of new Set(connectorsNeeded)) {
          if (packages.some(({ connectors }) => connectors.has(id))) continue;
          yield {
            file,
            message: `${file} needs the custom connector ${id}, and no package brings it.`,
            fix: 'Give the package of the connector too, packed from the same source.',
          };
        }
      }
    },
  },
  {
    code: 'P103',
    severity: 'error',
    title: 'The connector has every operation that flows call.',
    *check(packages) {
      const connectors = new Map(
        packages.flatMap((each) => [...each.connectors.values()].map((one) => [one.name, one])),
      );
      const missing = new Set<string>();
      for (const { file, flow, connector, operation } of packages.flatMap((each) => [...operationsCalled(each)])) {
        const known = connectors.get(connector);
        if (known === undefined || known.operations.has(operation) || missing.has(operation)) continue;
        missing.add(operation);
        yield {
          file,
          message: `${flow} calls ${operation}, which the connector ${connector} does not have.`,
          fix: 'Pack the connector from the same source as the flows, and import it first.',
        };
      }
    },
  },
  {
    code: 'P104',
    severity: 'error',
    title: 'All packages are managed, or none is.',
    *check(packages) {
      const [first] = packages.filter(({ managed }) => managed !== undefined);
      const other = packages.find(({ managed }) => managed !== undefined && managed !== first?.managed);
      if (first?.managed === undefined || other?.managed === undefined) return;
      yield {
        file: other.file,
        message: `${other.file} is ${kindOf(other.managed)}, ${first.file} is ${kindOf(first.managed)}.`,
        fix: 'Take both packages of one kind: managed for test and production.',
      };
    },
  },
  {
    code: 'P105',
    severity: 'warning',
    title: 'All packages are of one version.',
    *check(packages) {
      const [first, ...others] = packages;
      const other = others.find(({ version }) => version !== first?.version);
      if (first === undefined || other === undefined) return;
      yield {
        file: other.file,
        message: `${other.file} is version ${other.version}, ${first.file} is ${first.version}.`,
        fix: 'Pack both from the same source.',
      };
    },
  },
  {
    code: 'P106',
    severity: 'error',
    title: 'Every flow that is called comes along.',
    *check(packages) {
      const all = new Set(packages.flatMap(({ flows }) => [...flows.keys()]));
      for (const { file, flows } of packages) {
        for (const flow of flows.values()) {
          for (const id of childrenOf(flow).filter((called) => !all.has(called)))
            yield {
              file,
              message: `${flow.name} calls the flow ${id}, which is in no package.`,
              fix: 'Add the flow to the solution, or take the call out.',
            };
        }
      }
    },
  },
  {
    code: 'P107',
    severity: 'error',
    title: 'No flow waits for itself to be turned on.',
    *check(packages) {
      for (const { file, flows } of packages) {
        const { circle } = activationOrder(flows);
        if (circle.length === 0) continue;
        yield {
          file,
          message: `${circle.map(({ name }) => name).join(', ')} call each other in a circle: none can be turned on first.`,
          fix: 'Take one of the calls out.',
        };
      }
    },
  },
  {
    code: 'P108',
    severity: 'error',
    title: 'No solution comes twice.',
    *check(packages) {
      for (const [index, { file, uniqueName }] of packages.entries()) {
        const first = packages.slice(0, index).find((each) => each.uniqueName === uniqueName);
        if (first === undefined) continue;
        yield {
          file,
          message: `${file} and ${first.file} are the solution ${uniqueName}.`,
          fix: 'Give each solution once.',
        };
      }
    },
  },
];
