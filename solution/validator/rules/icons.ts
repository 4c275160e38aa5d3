import { find, textAt, textOf } from '../../xml/element';
import { bareId } from '../parts/manifest';
import { STOCK_APP_ICON } from '../platform';
import type { Rule } from '../rule';

export const iconRules: readonly Rule[] = [
  {
    code: 'S106',
    severity: 'error',
    title: 'Icons of apps, tables and entries of a site map are web resources that are there.',
    *check(solution) {
      const resources = solution.all.flatMap((each) => each.webResources());
      if (solution.source.isUncertain('WebResources')) return;
      const names = new Set(resources.map(({ name }) => name));
      const ids = new Set(resources.map(({ id }) => id));
      // What begins with no prefix is the platform's own, such as AppCommon/….
      const isMissing = (name: string) =>
        /^[a-z0-9]+_/i.test(name) && !names.has(name) && !solution.isDeclared('61', name.toLowerCase());
      for (const { file, element } of solution.apps()) {
        const icon = bareId(textAt(element, 'WebResourceId'));
        if (icon !== STOCK_APP_ICON && !ids.has(icon) && !solution.isDeclared('61', icon))
          yield {
            file,
            line: find(element, 'WebResourceId')?.line ?? element.line,
            message: `The app's icon '${icon}' is no web resource of the solution.`,
            fix: `Write the id of one, or ${STOCK_APP_ICON} for the platform's.`,
            missing: `web resource ${icon}`,
          };
      }
      for (const { file, info } of solution.tables()) {
        const icon = find(info, 'IconVectorName');
        if (icon && textOf(icon) !== '' && isMissing(textOf(icon)))
          yield {
            file,
            line: icon.line,
            message: `The icon '${textOf(icon)}' is no web resource of the solution.`,
            fix: 'Add it, or leave the element empty.',
            missing: `web resource ${textOf(icon)}`,
          };
      }
      for (const { file, entries } of solution.siteMaps()) {
        for (const element of entries) {
          for (const [where, value] of Object.entries(element.attributes)) {
            const name = /^(?:\$webresource:|\/WebResources\/)(.+)$/.exec(value)?.[1];
            if (name !== undefined && isMissing(name))
              yield {
                file,
                line: element.line,
                message: `${where} names '${name}', which is no web resource of the solution.`,
                fix: 'Add it, or correct the name.',
                missing: `web resource ${name}`,
              };
          }
        }
      }
    },
  },
];
