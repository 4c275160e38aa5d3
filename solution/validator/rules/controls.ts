import { attribute, children, find, textAt } from '../../xml/element';
import { CONTROL_MANIFEST } from '../parts/other-parts';
import type { Rule } from '../rule';

const RESOURCES = ['code', 'css', 'resx', 'img', 'html'];

export const controlRules: readonly Rule[] = [
  {
    code: 'S140',
    severity: 'error',
    title:
      'The folder of a code component is its name: prefix, `_`, namespace, `.`, constructor; its data file says the same.',
    *check(solution) {
      const { prefix } = solution.manifest();
      for (const { name, file, element } of solution.controls()) {
        const wanted =
          element &&
          prefix !== '' &&
          `${prefix}_${attribute(element, 'namespace')}.${attribute(element, 'constructor')}`;
        if (wanted && wanted !== name)
          yield {
            file,
            line: element!.line,
            message: `The component is ${wanted}, but lies in ${name}.`,
            fix: 'Rename the folder, or correct namespace and constructor.',
          };
        const data = `${file}.data.xml`;
        const root = solution.source.xml(data);
        if (
          root &&
          (textAt(root, 'Name') !== name || textAt(root, 'FileName') !== `/Controls/${name}/${CONTROL_MANIFEST}`)
        )
          yield {
            file: data,
            line: (find(root, textAt(root, 'Name') === name ? 'FileName' : 'Name') ?? root).line,
            message: `It describes '${textAt(root, 'Name')}' in '${textAt(root, 'FileName')}'.`,
            fix: `Write ${name} and /Controls/${name}/${CONTROL_MANIFEST}.`,
          };
      }
    },
  },
  {
    code: 'S141',
    severity: 'error',
    title:
      'A code component has its built manifest, and every file that the manifest names. Packing does not look for them.',
    *check(solution) {
      for (const { name, file, element } of solution.controls()) {
        if (!solution.source.has(file))
          yield {
            file,
            message: `The manifest of ${name} is missing.`,
            fix: 'Build the component, and add its files.',
          };
        for (const resource of element ? children(find(element, 'resources') ?? element) : []) {
          const path = attribute(resource, 'path');
          if (RESOURCES.includes(resource.name) && !solution.source.has(`Controls/${name}/${path}`))
            yield {
              file,
              line: resource.line,
              message: `The file '${path}' of ${name} is missing.`,
              fix: 'Build the component, and add it.',
            };
        }
      }
    },
  },
  {
    code: 'S142',
    severity: 'error',
    title: 'The manifest of a code component is the built one: its code is JavaScript, not a source.',
    *check(solution) {
      for (const { name, file, element } of solution.controls()) {
        const code = element && find(element, 'resources', 'code');
        if (element && !/\.js$/.test(code ? attribute(code, 'path') : ''))
          yield {
            file,
            line: (code ?? element).line,
            message: `The code of ${name} is '${code ? attribute(code, 'path') : ''}'.`,
            fix: 'Take the manifest that the build writes, beside bundle.js.',
          };
      }
    },
  },
  {
    code: 'S143',
    severity: 'error',
    title: 'The texts of a code component are there in every language of the solution.',
    *check(solution) {
      for (const { name, file, element } of solution.controls()) {
        const texts = element ? children(find(element, 'resources') ?? element, 'resx') : [];
        for (const language of texts.length === 0 ? [] : solution.languages) {
          if (!texts.some((each) => attribute(each, 'path').endsWith(`.${language}.resx`)))
            yield {
              file,
              line: texts[0]!.line,
              message: `There are no texts of ${name} in ${language}.`,
              fix: `Add strings/….${language}.resx to the resources.`,
            };
        }
      }
    },
  },
];
