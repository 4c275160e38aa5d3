import { formatNumber } from '../number-formats/format-number';
import { define } from '../function-table';
import { wantNumber, wantText } from '../value-types';

export const numberFormatFunctions = [
  define('formatNumber', 'number, numberFormat, culture|null?', ([value, format, locale]) =>
    formatNumber(
      wantNumber('formatNumber', value),
      wantText('formatNumber', format),
      locale === undefined || locale === null ? undefined : wantText('formatNumber', locale),
    ),
  ),
];
