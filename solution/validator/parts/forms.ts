import { attribute, child, children, descendants, textAt, type XmlElement } from '../../xml/element';
import { bareId } from './manifest';
import type { Source } from './source';

/** A form of a table, or a dashboard. */
export interface FormPart {
  /** Without braces. */
  id: string;
  file: string;
  /** `main`, `quick`, `quickCreate` …, or `dashboard`. */
  type: string;
  /** Logical name of its table; empty for a dashboard. */
  table: string;
  /** `systemform` or `Dashboard`, and the element that holds the id. */
  element: XmlElement;
  idElement: XmlElement;
  /** The `form` element. */
  form: XmlElement;
}

export function readForms(source: Source): FormPart[] {
  return source.paths('Entities', '.xml').flatMap((file) => {
    const [, folder = '', kind, type = '', name] = file.split('/');
    const root = kind === 'FormXml' && name !== undefined ? source.xml(file) : undefined;
    return children(root ?? EMPTY, 'systemform').map((element) => ({
      id: bareId(textAt(element, 'formid')),
      file,
      type,
      table: folder.toLowerCase(),
      element,
      idElement: children(element, 'formid')[0] ?? element,
      form: child(element, 'form'),
    }));
  });
}

export function readDashboards(source: Source): FormPart[] {
  return source.direct('Dashboards', '.xml').flatMap((file) => {
    const element = source.xml(file);
    if (element === undefined) return [];
    return {
      id: bareId(textAt(element, 'FormId')),
      file,
      type: 'dashboard',
      table: '',
      element,
      idElement: children(element, 'FormId')[0] ?? element,
      form: child(element, 'FormXml', 'forms', 'form'),
    };
  });
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [], line: 0 };

/** A code component with its parameters, as a form, a dashboard or a table's grid binds it. */
export interface BoundControl {
  /** `<prefix>_<namespace>.<constructor>` */
  name: string;
  formFactor: string;
  file: string;
  /** Logical name of the table whose columns are bound. */
  table: string;
  /** The `customControl` element. */
  element: XmlElement;
}

/** One description: the components that take the place of one control. */
export interface ControlDescription {
  file: string;
  /** `forControl`; empty for the grid of a table. */
  forControl: string;
  element: XmlElement;
  controls: readonly BoundControl[];
}

export function descriptionsIn(holder: XmlElement, file: string, table: string): ControlDescription[] {
  return [...descendants(holder, 'controlDescription')].map((element) => ({
    file,
    forControl: attribute(element, 'forControl'),
    element,
    controls: children(element, 'customControl')
      .filter((each) => attribute(each, 'name') !== '')
      .map((each) => ({
        name: attribute(each, 'name'),
        formFactor: attribute(each, 'formFactor'),
        file,
        table,
        element: each,
      })),
  }));
}
