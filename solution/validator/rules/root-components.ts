import { attribute, children } from '../../xml/element';
import { COMPONENT_KINDS, type ComponentKind } from '../../source/component-kinds';
import { CUSTOMIZATIONS, MANIFEST } from '../parts/manifest';
import { presentComponents, presentNames } from '../parts/present-components';
import type { Solution } from '../parts/solution';
import type { Rule } from '../rule';

/** Types that may be listed though their files are those of a table or of the package: views, charts, forms and the like. */
const OTHER_TYPES = new Set(
  '2 3 10 11 14 24 25 26 31 36 37 38 39 44 48 50 59 63 65 70 90 91 92 95 150 152 153 154 161 162 165 166 176 208 300 371 380 381'.split(
    ' ',
  ),
);
const TABLE = '1';
const CONNECTOR = '372';
const GUID = /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i;

const rootKinds = new Map(
  COMPONENT_KINDS.filter(({ rootType }) => rootType !== undefined).map((kind) => [String(kind.rootType), kind]),
);

/** Whether a kind has files in the solution, and so needs its placeholder. */
const isPacked = (solution: Solution, { folder }: ComponentKind): boolean => solution.source.paths(folder).length > 0;

export const rootComponentRules: readonly Rule[] = [
  {
    code: 'S015',
    severity: 'error',
    title:
      'A root component has a known type code, is named as its kind is (by `schemaName`, tables in lower case, or by `id`), and has a behavior from 0 to 2.',
    *check(solution) {
      for (const { type, behavior, element } of solution.manifest().roots) {
        const at = { file: MANIFEST, line: element.line };
        const kind = rootKinds.get(type);
        const [schemaName, id] = ['schemaName', 'id'].map((name) => attribute(element, name));
        if (!kind && !OTHER_TYPES.has(type)) {
          yield {
            ...at,
            message: `'${type}' is no type code of a component.`,
            fix: 'Write the code of its kind, such as 1 for a table.',
          };
        } else if (kind && type !== CONNECTOR && (kind.rootKey === 'id' ? !GUID.test(id!) : !schemaName)) {
          yield {
            ...at,
            message: `A ${kind.name} is named by ${kind.rootKey}.`,
            fix: kind.rootKey === 'id' ? 'Write its id in braces.' : 'Write its schema name.',
          };
        } else if (type === TABLE && schemaName !== schemaName!.toLowerCase()) {
          yield {
            ...at,
            message: `The table '${schemaName}' is not listed in lower case.`,
            fix: `Write ${schemaName!.toLowerCase()}.`,
          };
        } else if (!['0', '1', '2'].includes(behavior)) {
          yield {
            ...at,
            message: `'${behavior}' is no behavior of a root component.`,
            fix: 'Write 0: with everything that belongs to it.',
          };
        }
      }
    },
  },
  {
    code: 'S016',
    severity: 'error',
    title: 'A root component is listed once.',
    *check(solution) {
      const seen = new Set<string>();
      for (const { type, name, element } of solution.manifest().roots) {
        const key = `${type} ${name}`;
        if (seen.has(key))
          yield {
            file: MANIFEST,
            line: element.line,
            message: `The component of type ${type} '${name}' is listed twice.`,
            fix: 'Remove one of the lines.',
          };
        seen.add(key);
      }
    },
  },
  {
    code: 'S017',
    severity: 'error',
    title: 'Every component is listed as a root component; one that is not stops the packing.',
    *check(solution) {
      const { root, roots } = solution.manifest();
      if (!root) return;
      const listed = new Set(roots.map(({ type, name }) => `${type} ${name}`));
      for (const { type, names, kind, file, line } of presentComponents(solution)) {
        if (!names.some((name) => listed.has(`${type} ${name}`)))
          yield {
            file,
            line,
            message: `The ${kind} '${names[0]}' is not listed in ${MANIFEST}.`,
            fix: `Add a RootComponent of type ${type}, or remove the ${kind}.`,
          };
      }
    },
  },
  {
    code: 'S018',
    severity: 'error',
    title: 'Every root component of a kind with files is there. Packing only warns, and importing fails.',
    *check(solution) {
      const present = presentNames(solution);
      for (const { type, name, element } of solution.manifest().roots) {
        const kind = rootKinds.get(type);
        if (!kind || present.has(`${type} ${name}`) || solution.source.isUncertain(kind.folder)) continue;
        yield {
          file: MANIFEST,
          line: element.line,
          message: `The ${kind.name} '${name}' is listed, but no file in ${kind.folder} defines it.`,
          fix: 'Add its file, or remove the line.',
          missing: type === TABLE ? `table ${name}` : `${type} ${name}`,
        };
      }
    },
  },
  {
    code: 'S019',
    severity: 'error',
    title:
      '`Other/Customizations.xml` holds an empty element for every kind of component. Without it, or with children in it, the kind is not packed.',
    *check(solution) {
      const root = solution.customizations;
      if (!root) return;
      for (const kind of COMPONENT_KINDS.filter((each) => isPacked(solution, each))) {
        const [placeholder] = children(root, kind.placeholder);
        if (!placeholder)
          yield {
            file: CUSTOMIZATIONS,
            line: root.line,
            message: `<${kind.placeholder} /> is missing: no ${kind.name} is packed.`,
            fix: 'Add it, empty.',
          };
        else if (children(placeholder).length > 0)
          yield {
            file: CUSTOMIZATIONS,
            line: placeholder.line,
            message: `<${kind.placeholder}> is not empty: no ${kind.name} is packed.`,
            fix: `Move what it holds to ${kind.folder}, and leave <${kind.placeholder} />.`,
          };
      }
    },
  },
  {
    code: 'S020',
    severity: 'error',
    title:
      '`Entity.xml` holds an empty element for its forms, views, charts and ribbon. Without it they are left out without a word.',
    *check(solution) {
      const { source } = solution;
      for (const { folder, file, element } of solution.tables()) {
        const files = (path: string) => source.paths(`Entities/${folder}/${path}`).length > 0;
        const needed: [string, boolean][] = [
          ['FormXml', files('FormXml')],
          ['SavedQueries', files('SavedQueries')],
          ['Visualizations', files('Visualizations')],
          ['RibbonDiffXml', source.has(`Entities/${folder}/RibbonDiff.xml`)],
        ];
        for (const [name, isNeeded] of needed) {
          const found = children(element, name)[0];
          if (isNeeded && (!found || children(found).length > 0))
            yield {
              file,
              line: found?.line ?? element.line,
              message: `<${name} /> is missing or not empty: the files beside it are not packed.`,
              fix: 'Add it, empty, after EntityInfo.',
            };
        }
      }
      for (const folder of new Set(source.paths('Entities').map((path) => path.split('/')[1]!))) {
        if (source.has(`Entities/${folder}/Entity.xml`)) continue;
        yield {
          file: `Entities/${folder}/Entity.xml`,
          message: `The files of ${folder} belong to no table.`,
          fix: 'Restore the file, or remove the folder.',
          missing: `table ${folder.toLowerCase()}`,
        };
      }
    },
  },
  {
    code: 'S021',
    severity: 'error',
    title:
      '`MissingDependencies` names what has to be in the environment before: each entry with type and name, and nothing that the solution brings itself.',
    *check(solution) {
      const present = presentNames(solution);
      for (const { type, name, element } of solution.manifest().required) {
        const problem =
          type === '' || !Object.keys(element.attributes).some((each) => /^(schemaName|id\b)/.test(each))
            ? 'says no type, or neither schemaName nor id'
            : present.has(`${type} ${name}`)
              ? 'is in this very solution'
              : undefined;
        if (problem)
          yield {
            file: MANIFEST,
            line: element.line,
            message: `The required component '${name}' ${problem}.`,
            fix: 'Remove the entry, or write type and schemaName or id.',
          };
      }
    },
  },
];
