import type { TableView } from '../desk-data';
import { element, labelled } from './element';
import { columnsOf, type Extent, EXTENTS, type KnownOrder, REFUND } from './money-request';
import { inLanguage } from './row-values';
import type { Word, Words } from './words';

const LONGEST_REASON = 4000;
const EXTENT_WORDS = { all: 'all_left', amount: 'an_amount', lines: 'some_lines' } as const satisfies Record<
  Extent,
  Word
>;

/** The form by which a refund or cancellation of a ticket's order is asked for. */
export class MoneyForm {
  readonly element: HTMLFormElement;
  private readonly kind: HTMLSelectElement;
  private readonly orderNumber = element('input', { required: true, maxLength: 100, autocomplete: 'off' });
  private readonly extent: HTMLSelectElement;
  private readonly amount = element('input', { type: 'number', min: '0.001', step: 'any', autocomplete: 'off' });
  private readonly currency = element('input', { maxLength: 3, pattern: '[A-Za-z]{3}', autocomplete: 'off' });
  private readonly reason = element('textarea', { required: true, maxLength: LONGEST_REASON, rows: 2 });
  private readonly button: HTMLButtonElement;
  private readonly linesField = element('fieldset');
  private readonly counts = new Map<string, HTMLInputElement>();
  private order: KnownOrder | undefined;
  private shownLines = '';

  /**
   * @param table `rcc_moneyaction`, whose columns and choices name the fields
   * @param ask sends the columns of the new row
   */
  constructor(
    table: TableView,
    language: number,
    private readonly words: Words,
    private readonly ask: (columns: Record<string, unknown>) => Promise<void>,
  ) {
    const column = (name: string) => table.columns.find((one) => one.name === name);
    const labelOf = (name: string) => inLanguage(column(name)?.label ?? {}, language);
    const kinds = column('rcc_kind')?.options ?? [];
    this.kind = element('select', {}, ...kinds.map(({ value, label }) => new Option(inLanguage(label, language), String(value)))); // prettier-ignore
    this.extent = element('select', {}, ...EXTENTS.map((one) => new Option(words(EXTENT_WORDS[one]), one)));
    this.button = element('button', {}, words('ask'));
    this.element = element(
      'form',
      { className: 'fields' },
      labelled(labelOf('rcc_kind'), this.kind),
      labelled(labelOf('rcc_ordernumber'), this.orderNumber),
      labelled(words('how_much'), this.extent),
      labelled(labelOf('rcc_amount'), this.amount),
      labelled(labelOf('rcc_currency'), this.currency),
      this.linesField,
      labelled(labelOf('rcc_reason'), this.reason),
      element('p', { className: 'form-end' }, this.button),
    );
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit();
    });
    this.element.addEventListener('input', () => this.fit());
    this.fit();
  }

  /** Fills in what the ticket knows and nobody has entered yet. */
  offer(orderNumber: string, order: KnownOrder | undefined): void {
    this.order = order;
    this.orderNumber.value ||= orderNumber;
    this.currency.value ||= order?.total.currency ?? '';
    const lines = JSON.stringify(order?.lines ?? []);
    if (lines !== this.shownLines) this.drawLines();
    this.shownLines = lines;
    this.fit();
  }

  private drawLines(): void {
    this.counts.clear();
    const fields = (this.order?.lines ?? []).map(({ line_id: id, title, quantity }) => {
      const count = element('input', { type: 'number', min: '0', max: String(quantity), step: '1', value: '0' });
      this.counts.set(id, count);
      return labelled(`${title} (${this.words('of')} ${quantity})`, count);
    });
    this.linesField.replaceChildren(element('legend', {}, this.words('some_lines')), ...fields);
  }

  /** Shows the fields that belong to what is chosen; the lines are known of the ticket's own order only. */
  private fit(): void {
    const hasLines = this.counts.size > 0 && this.order?.order_id.endsWith(digitsOf(this.orderNumber.value)) === true;
    for (const option of this.extent.options) option.disabled = option.value === 'lines' && !hasLines;
    if (this.extent.value === 'lines' && !hasLines) this.extent.value = 'all';
    const isRefund = Number(this.kind.value) === REFUND;
    const extent = isRefund ? this.extent.value : undefined;
    show(this.extent.labels?.[0], isRefund);
    for (const field of [this.amount, this.currency]) {
      show(field.labels?.[0], extent === 'amount');
      field.disabled = extent !== 'amount';
    }
    this.amount.required = extent === 'amount';
    show(this.linesField, extent === 'lines');
    this.linesField.disabled = extent !== 'lines';
    const [first] = this.counts.values();
    const isNone = extent === 'lines' && [...this.counts.values()].every(({ value }) => Number(value) === 0);
    first?.setCustomValidity(isNone ? this.words('no_lines') : '');
  }

  private async submit(): Promise<void> {
    this.button.disabled = true;
    try {
      await this.ask(
        columnsOf({
          kind: Number(this.kind.value),
          orderNumber: this.orderNumber.value,
          extent: this.extent.value as Extent,
          amount: this.amount.value,
          currency: this.currency.value,
          quantities: new Map([...this.counts].map(([id, { value }]) => [id, Number(value)])),
          reason: this.reason.value,
        }),
      );
    } finally {
      this.button.disabled = false;
    }
  }

  /** Ready for the next request. */
  clear(): void {
    this.amount.value = '';
    this.reason.value = '';
    this.extent.value = 'all';
    for (const count of this.counts.values()) count.value = '0';
    this.fit();
  }
}

const show = (part: HTMLElement | undefined, isShown: boolean): void => {
  if (part) part.hidden = !isShown;
};

/** What is left of an order number in any spelling; never empty, so that no number is no order. */
const digitsOf = (orderNumber: string): string => /\d+/.exec(orderNumber)?.[0] ?? '?';
