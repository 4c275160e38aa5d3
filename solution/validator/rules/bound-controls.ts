import { attribute, children, descendants, textOf, type XmlElement } from '../../xml/element';
import type { BoundControl } from '../parts/forms';
import { bareId } from '../parts/manifest';
import type { ControlPart, ControlProperty } from '../parts/other-parts';
import type { Solution } from '../parts/solution';
import type { Rule } from '../rule';

/** Types of column by type of property, as the platform binds them (Microsoft: property element of a control's manifest). */
const COLUMN_TYPES: Record<string, readonly string[]> = {
  'SingleLine.Text': ['nvarchar'],
  'SingleLine.Email': ['nvarchar'],
  'SingleLine.Phone': ['nvarchar'],
  'SingleLine.URL': ['nvarchar'],
  'SingleLine.Ticker': ['nvarchar'],
  'SingleLine.TextArea': ['nvarchar'],
  Multiple: ['ntext'],
  OptionSet: ['picklist', 'state', 'status'],
  MultiSelectOptionSet: ['multiselectpicklist'],
  TwoOptions: ['bit'],
  'Whole.None': ['int'],
  Decimal: ['decimal'],
  FP: ['float'],
  Currency: ['money'],
  'DateAndTime.DateAndTime': ['datetime'],
  'DateAndTime.DateOnly': ['datetime'],
  'Lookup.Simple': ['lookup', 'owner', 'customer'],
};

const FORM_FACTORS = ['0', '1', '2'];

/** Children of `data-set` that are no columns. */
const DATA_SET_PARTS = new Set(
  'ViewId IsUserView RelationshipName TargetEntityType EnableViewPicker FilteredViewIds ViewIds columnsDefaultView RelationshipRoleOrdinal RecordsPerPage'.split(
    ' ',
  ),
);

interface Binding {
  bound: BoundControl;
  control: ControlPart;
}

function* bindings(solution: Solution): Generator<Binding> {
  const controls = new Map(solution.all.flatMap((each) => each.controls()).map((each) => [each.name, each]));
  for (const { controls: all } of solution.controlDescriptions()) {
    for (const bound of all) {
      const control = controls.get(bound.name);
      if (control?.element) yield { bound, control };
    }
  }
}

const parametersOf = ({ element }: BoundControl): XmlElement[] =>
  children(element, 'parameters').flatMap((each) => children(each));

/** Why a parameter does not fit its property; undefined when it does, or nobody here knows its column. */
function misfit(
  solution: Solution,
  table: string,
  property: ControlProperty,
  parameter: XmlElement,
): string | undefined {
  const value = textOf(parameter);
  const type = attribute(parameter, 'type');
  if (type !== '' && !property.types.includes(type)) return `is of type ${property.types.join(' or ')}, not ${type}`;
  if (attribute(parameter, 'static') === 'true') {
    if (property.usage === 'bound') return 'is bound: it takes a column, no constant';
    if (property.values.length > 0 && !property.values.includes(value))
      return `is one of ${property.values.join(', ')}, not '${value}'`;
    if (property.types.includes('Whole.None') && !/^-?\d+$/.test(value)) return `is a whole number, not '${value}'`;
    return undefined;
  }
  const column = solution.column(table, value);
  if (column === undefined) return `names ${table}.${value}, which there is not`;
  if (column === 'unknown') return undefined;
  const fits = property.types.some(
    (each) => COLUMN_TYPES[each] === undefined || COLUMN_TYPES[each].includes(column.type),
  );
  return fits ? undefined : `takes ${property.types.join(' or ')}, but ${value} is of type ${column.type}`;
}

export const boundControlRules: readonly Rule[] = [
  {
    code: 'S076',
    severity: 'error',
    title: 'A code component that a form, dashboard or grid uses is in the solution or in one there before.',
    *check(solution) {
      const known = new Set(solution.all.flatMap((each) => each.controls().map(({ name }) => name)));
      for (const { controls } of solution.controlDescriptions()) {
        for (const { name, element, file } of controls) {
          const own = name.startsWith(`${solution.manifest().prefix}_`);
          // Components of the platform itself are called MscrmControls.….
          if (
            !known.has(name) &&
            (own || !/^(MscrmControls|Microsoft)\./.test(name)) &&
            !solution.isDeclared('66', name.toLowerCase())
          )
            yield {
              file,
              line: element.line,
              message: `There is no control '${name}'.`,
              fix: 'Add it to Controls, or correct the name: prefix, namespace and constructor.',
              missing: `66 ${name.toLowerCase()}`,
            };
        }
      }
    },
  },
  {
    code: 'S077',
    severity: 'error',
    title:
      'Parameters of a code component are properties or data sets of its manifest, and every required property is given.',
    *check(solution) {
      for (const { bound, control } of bindings(solution)) {
        const parameters = parametersOf(bound);
        const at = { file: bound.file };
        for (const each of parameters) {
          const name = each.name === 'data-set' ? attribute(each, 'name') : each.name;
          const set = each.name === 'data-set' ? control.dataSets.get(name) : undefined;
          if (each.name === 'data-set' ? !set : !control.properties.has(name))
            yield {
              ...at,
              line: each.line,
              message: `'${name}' is no ${each.name === 'data-set' ? 'data set' : 'property'} of ${control.name}.`,
              fix: `Write one of ${[...control.properties.keys(), ...control.dataSets.keys()].join(', ')}.`,
            };
          const odd = set && children(each).find((one) => !DATA_SET_PARTS.has(one.name) && !set.has(one.name));
          if (odd)
            yield {
              ...at,
              line: odd.line,
              message: `'${odd.name}' is no column of the data set ${name} of ${control.name}.`,
              fix: `Write one of ${[...set.keys()].join(', ')}.`,
            };
        }
        const given = new Set(parameters.map((each) => each.name));
        for (const [name, { required }] of control.properties) {
          if (required && !given.has(name))
            yield {
              ...at,
              line: bound.element.line,
              message: `${control.name} needs its property ${name}.`,
              fix: 'Bind it to a column, or give it a constant.',
            };
        }
      }
    },
  },
  {
    code: 'S078',
    severity: 'error',
    title: 'A bound property gets a column of a type it takes; a constant is of the property’s type.',
    *check(solution) {
      for (const { bound, control } of bindings(solution)) {
        for (const parameter of parametersOf(bound)) {
          const property = control.properties.get(parameter.name);
          const fault = property && misfit(solution, bound.table, property, parameter);
          if (fault)
            yield {
              file: bound.file,
              line: parameter.line,
              message: `The property ${parameter.name} of ${control.name} ${fault}.`,
              fix: 'Name a fitting column, or correct the constant.',
            };
        }
      }
    },
  },
  {
    code: 'S079',
    severity: 'error',
    title: 'A code component is given for the form factors 0, 1 and 2, and in place of a control that is on the form.',
    *check(solution) {
      for (const { file, element, controls } of solution.controlDescriptions()) {
        const factors = controls.map(({ formFactor }) => formFactor);
        const missing = FORM_FACTORS.filter((each) => !factors.includes(each));
        if (controls.length > 0 && missing.length > 0)
          yield {
            file,
            line: element.line,
            message: `There is no code component for the form factor ${missing.join(', ')}.`,
            fix: 'Give all three: 0, 1 and 2.',
          };
      }
      for (const { form, file } of [...solution.forms(), ...solution.dashboards()]) {
        const ids = new Set([...descendants(form, 'control')].map((each) => bareId(attribute(each, 'uniqueid'))));
        for (const each of descendants(form, 'controlDescription')) {
          if (!ids.has(bareId(attribute(each, 'forControl'))))
            yield {
              file,
              line: each.line,
              message: `No control of the form has the uniqueid ${attribute(each, 'forControl')}.`,
              fix: 'Write the uniqueid of the control it replaces.',
            };
        }
      }
    },
  },
];
