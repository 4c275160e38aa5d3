import { attribute, child, children, textAt, textOf } from '../../xml/element';
import { CUSTOMIZATIONS, MANIFEST } from '../parts/manifest';
import { allElements } from '../parts/other-parts';
import type { Solution } from '../parts/solution';
import type { Rule } from '../rule';

const VERSION = /^\d+(\.\d+){3}$/;

/** Whether a version of one to four numbers is later than another. */
function isLater(version: string, than: string): boolean {
  const [a, b] = [version, than].map((each) => each.split('.').map(Number));
  for (let part = 0; part < 4; part += 1) {
    const difference = (a![part] ?? 0) - (b![part] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** Files that describe components; a control's manifest and what a web resource holds have versions of their own. */
const describesComponents = (path: string): boolean =>
  path.endsWith('.data.xml') || (path.endsWith('.xml') && !/^(WebResources|Controls)\//.test(path));

function* introduced({ source }: Solution) {
  for (const file of [...source.files.keys()].filter(describesComponents)) {
    const root = source.xml(file);
    for (const element of root ? allElements(root) : []) {
      if (element.name.toLowerCase() === 'introducedversion') yield { file, element, version: textOf(element) };
    }
  }
}

export const manifestRules: readonly Rule[] = [
  {
    code: 'S010',
    severity: 'error',
    title:
      'The solution and its publisher have unique names of letters, digits and `_`. The publisher has a prefix of 2 to 8 letters and digits that begins with a letter and not with `mscrm` (reserved), and a prefix of option values from 10000 to 99999.',
    *check(solution) {
      const { root, uniqueName, prefix, optionPrefix } = solution.manifest();
      if (!root) return;
      const publisher = child(root, 'SolutionManifest', 'Publisher');
      const line = (name: string) => children(publisher, name)[0]?.line ?? publisher.line;
      const identifier = /^[A-Za-z][A-Za-z0-9_]*$/;
      if (!identifier.test(uniqueName))
        yield {
          file: MANIFEST,
          line: child(root, 'SolutionManifest', 'UniqueName').line,
          message: `'${uniqueName}' is no unique name of a solution.`,
          fix: 'Use letters, digits and _, and begin with a letter.',
        };
      if (!identifier.test(textAt(publisher, 'UniqueName')))
        yield {
          file: MANIFEST,
          line: line('UniqueName'),
          message: `'${textAt(publisher, 'UniqueName')}' is no unique name of a publisher.`,
          fix: 'Use letters, digits and _, and begin with a letter.',
        };
      if (!/^[a-z][a-z0-9]{1,7}$/i.test(prefix) || /^mscrm/i.test(prefix))
        yield {
          file: MANIFEST,
          line: line('CustomizationPrefix'),
          message: `'${prefix}' cannot be a publisher's prefix.`,
          fix: 'Use 2 to 8 letters and digits; begin with a letter, and not with mscrm.',
        };
      if (!/^[1-9]\d{4}$/.test(optionPrefix))
        yield {
          file: MANIFEST,
          line: line('CustomizationOptionValuePrefix'),
          message: `'${optionPrefix}' cannot be a prefix of option values.`,
          fix: 'Use a number from 10000 to 99999.',
        };
    },
  },
  {
    code: 'S011',
    severity: 'error',
    title: 'The version is four whole numbers. Any other text, or none, is packed all the same.',
    *check(solution) {
      const { root, version } = solution.manifest();
      if (root && !VERSION.test(version))
        yield {
          file: MANIFEST,
          line: child(root, 'SolutionManifest', 'Version').line,
          message: `'${version}' is no version.`,
          fix: 'Write four whole numbers, such as 1.0.0.0.',
        };
    },
  },
  {
    code: 'S012',
    severity: 'error',
    title: '`Managed` is 0 (unmanaged), 1 (managed) or 2 (both, in source).',
    *check(solution) {
      const { root } = solution.manifest();
      const managed = root && child(root, 'SolutionManifest', 'Managed');
      if (managed && !['0', '1', '2'].includes(textOf(managed)))
        yield {
          file: MANIFEST,
          line: managed.line,
          message: `'${textOf(managed)}' says nothing about the package.`,
          fix: 'Write 2, so that both packages can be made.',
        };
    },
  },
  {
    code: 'S013',
    severity: 'error',
    title: '`IntroducedVersion` is one to four numbers and not later than the version of the solution.',
    *check(solution) {
      const { version } = solution.manifest();
      for (const { file, element, version: since } of introduced(solution)) {
        const wellFormed = /^\d+(\.\d+){0,3}$/.test(since);
        if (!wellFormed || (VERSION.test(version) && isLater(since, version)))
          yield {
            file,
            line: element.line,
            message: `It was introduced in '${since}', but this is version ${version}.`,
            fix: 'Write the version that brought it, or raise the version of the solution.',
          };
      }
    },
  },
  {
    code: 'S014',
    severity: 'error',
    title: '`Languages` lists the base language, and each language once.',
    *check(solution) {
      const { root } = solution.manifest();
      const list = solution.customizations;
      if (!root || !list) return;
      const languages = solution.languages;
      const { line } = child(list, 'Languages');
      const base = attribute(root, 'languagecode');
      const odd = languages.find((each, index) => !/^\d+$/.test(each) || languages.indexOf(each) !== index);
      if (odd !== undefined)
        yield {
          file: CUSTOMIZATIONS,
          line,
          message: `The language '${odd}' is listed twice, or no language code.`,
          fix: 'Write each language code once, such as 1033.',
        };
      else if (!languages.includes(base))
        yield {
          file: CUSTOMIZATIONS,
          line,
          message: `The base language ${base} is not listed.`,
          fix: `Add <Language>${base}</Language>.`,
        };
    },
  },
];
