import { ExpressionError } from '../expression-error';
import { type Culture } from './cultures';
import { type FlowTime } from './flow-time';
import { cultureFor, tokensOf } from './format-time';
import { build, type Fields, fullYear } from './parse-time';

/**
 * Reads text that must have exactly this .NET format, as `parseDateTime` with a format does. Fields the format does not
 * name are the first of their kind.
 * @throws {ExpressionError} when it has not
 */
export function parseTimeExactly(text: string, format: string, locale?: string): FlowTime {
  const culture = cultureFor(format, locale);
  const reader = new Reader(text.trim(), culture);
  const fits = tokensOf(format, culture).every((token) => reader.take(token)) && reader.atEnd();
  if (!fits) {
    throw new ExpressionError(`'${text.slice(0, 60)}' does not have the date format '${format.slice(0, 60)}'.`);
  }
  return build(reader.fields, text);
}

class Reader {
  readonly fields: Fields = { year: 1, month: 1, day: 1 };
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly culture: Culture,
  ) {}

  atEnd(): boolean {
    return this.at === this.text.length;
  }

  /** Reads what a token of the format stands for; false when something else stands there. */
  take(token: string): boolean {
    const { culture, fields } = this;
    const length = token.length;
    switch (token[0]) {
      case 'd':
        if (length > 2) return this.word(length === 3 ? culture.shortDays : culture.days, () => undefined);
        return this.digits(length, 2, (digits) => (fields.day = digits));
      case 'M':
        if (length === 2 || length === 1) return this.digits(length, 2, (digits) => (fields.month = digits));
        return [culture.months, culture.monthsOfDate, culture.shortMonths].some((names) =>
          this.word(names, (index) => (fields.month = index + 1)),
        );
      case 'y':
        return this.digits(length <= 2 ? length : 4, length <= 2 ? 2 : 4, (digits) => (fields.year = fullYear(digits)));
      case 'H':
      case 'h':
        return this.digits(length, 2, (digits) => (fields.hour = digits));
      case 'm':
        return this.digits(length, 2, (digits) => (fields.minute = digits));
      case 's':
        return this.digits(length, 2, (digits) => (fields.second = digits));
      case 'f':
        return this.digits(length, length, (digits) => (fields.fraction = digits));
      case 'F':
        this.digits(1, length, (digits) => (fields.fraction = digits));
        return true;
      case 't':
        return this.half(length);
      case 'K':
      case 'z':
        return this.zone(token[0] === 'K');
      case '/':
        return this.literal(culture.dateSeparator) || this.literal('/');
      case "'":
      case '"':
        return this.literal(token.slice(1, -1));
      case '\\':
        return this.literal(token.slice(1));
      case '%':
        return true;
      default:
        return this.literal(token);
    }
  }

  private digits(least: number, most: number, keep: (digits: string) => void): boolean {
    let end = this.at;
    while (end < this.text.length && end - this.at < most && /\d/.test(this.text[end]!)) end += 1;
    if (end - this.at < Math.min(least, most)) return false;
    keep(this.text.slice(this.at, end));
    this.at = end;
    return true;
  }

  /** The longest of these words. */
  private word(words: string[], keep: (index: number) => void): boolean {
    const rest = this.text.slice(this.at).toLowerCase();
    let best = -1;
    words.forEach((word, index) => {
      const longer = best < 0 || word.length > words[best]!.length;
      if (word !== '' && longer && rest.startsWith(word.toLowerCase())) best = index;
    });
    if (best < 0) return false;
    keep(best);
    this.at += words[best]!.length;
    return true;
  }

  private half(length: number): boolean {
    const shorten = (words: string[]): string[] => (length === 1 ? words.map((word) => word.slice(0, 1)) : words);
    const keep = (index: number): void => void (this.fields.half = index === 0 ? 'AM' : 'PM');
    return this.word(shorten([...this.culture.halves]), keep) || this.word(shorten(['AM', 'PM']), keep);
  }

  private zone(optional: boolean): boolean {
    const found = /^(?:Z|[+-]\d{1,2}(?::?\d{2})?)/i.exec(this.text.slice(this.at, this.at + 6))?.[0];
    if (found === undefined) return optional;
    this.fields.zone = found;
    this.at += found.length;
    return true;
  }

  private literal(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }
}
