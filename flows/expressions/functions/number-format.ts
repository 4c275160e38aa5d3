import { formatNumber } from '../format-number';
import { define } from '../function-table';
import { wantNumber, wantText } from '../value-types';

export const numberFormatFunctions = [
  define('formatNumber', [2, 3], ([value, format, locale]) =>
    formatNumber(
      wantNumber('formatNumber', value),
      wantText('formatNumber', format),
      locale === undefined || locale === null ? undefined : wantText('formatNumber', locale),
    ),
  ),
];
