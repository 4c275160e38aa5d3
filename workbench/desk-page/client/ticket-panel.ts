import type { Row } from '../../../pcf-controls/mocks/odata-query';
import { createProperty } from '../../../pcf-controls/mocks/property';
import type { ColumnView, TableView } from '../desk-data';
import type { MoneyPanel } from './money-panel';
import { inLanguage, labelOf, propertyOf } from './row-values';
import { service } from './service';
import type { LiveStage, Surroundings } from './surroundings';
import { tableOf } from './tables';
import type { Word } from './words';

const CONTROL = 'OrderContext';
/** The main columns of a ticket, in the groups they are shown in. */
const FIELDS: Readonly<Partial<Record<Word, readonly string[]>>> = {
  summary: [
    'statuscode',
    'rcc_priority',
    'rcc_assignedagent',
    'rcc_team',
    'rcc_channel',
    'rcc_customername',
    'rcc_customeremail',
    'rcc_ordernumber',
  ],
  times: [
    'createdon',
    'rcc_firstresponsedue',
    'rcc_firstrespondedon',
    'rcc_resolutiondue',
    'rcc_resolvedon',
    'rcc_snoozeduntil',
    'rcc_escalatedon',
  ],
  reading: ['rcc_intent', 'rcc_confidence', 'rcc_sentiment', 'rcc_language', 'rcc_requireshumanreview'],
};
const ORDER_CONTEXT = 'rcc_ordercontext';
const REQUESTED = 'rcc_contextrequestedon';

/** A ticket as on its form: its main columns, its order in Order Context, its refunds and cancellations. */
export class TicketPanel {
  private ticket: string | undefined;
  private stage: LiveStage | undefined;
  /** What is shown; a reading that comes late must not stand in its place. */
  private reading = 0;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly heading: HTMLElement,
    private readonly fields: HTMLElement,
    private readonly order: HTMLElement,
    private readonly money: MoneyPanel,
    /** Told what the tables refuse. */
    private readonly report: (problem: unknown) => void,
  ) {}

  /** @throws what the tables refuse with, such as a ticket that is not there */
  async show(ticket: string): Promise<void> {
    if (ticket !== this.ticket) {
      this.stage?.stop();
      this.stage = undefined;
    }
    this.ticket = ticket;
    await this.refresh();
  }

  /** Reads the ticket again. */
  async refresh(): Promise<void> {
    const { ticket } = this;
    if (ticket === undefined) return;
    const reading = (this.reading += 1);
    const table = await tableOf('rcc_ticket');
    const row = await service.row(table.set, ticket, '');
    if (reading !== this.reading) return;
    this.heading.textContent = `${String(row.rcc_ticketnumber)} · ${String(row.rcc_title)}`;
    this.drawFields(row, table);
    await Promise.all([this.showOrder(row, ticket), this.money.show(ticket, row)]);
  }

  private drawFields(row: Row, { columns }: TableView): void {
    const { words, choices } = this.surroundings;
    const groups = Object.entries(FIELDS).map(([group, names]) => {
      const list = document.createElement('dl');
      for (const name of names) {
        const column = columns.find((one) => one.name === name);
        if (!column) continue;
        const term = Object.assign(document.createElement('dt'), {
          textContent: inLanguage(column.label, choices.language),
        });
        const value = Object.assign(document.createElement('dd'), { textContent: this.textOf(row, column) });
        const field = document.createElement('div');
        field.append(term, value);
        list.append(field);
      }
      const section = document.createElement('section');
      section.className = 'card';
      section.append(Object.assign(document.createElement('h3'), { textContent: words(group as Word) }), list);
      return section;
    });
    this.fields.replaceChildren(...groups);
  }

  private textOf(row: Row, column: ColumnView): string {
    const { words, choices, formatting } = this.surroundings;
    const property = propertyOf(column);
    const value = row[property];
    if (value === null || value === undefined || value === '') return words('empty');
    if (column.options) return labelOf(column, typeof value === 'boolean' ? Number(value) : value, choices.language);
    if (column.type === 'datetime') return formatting.formatDateShort(new Date(String(value)), true);
    if (column.type === 'decimal') return formatting.formatDecimal(Number(value), 2);
    return String(row[`${property}@OData.Community.Display.V1.FormattedValue`] ?? value);
  }

  private async showOrder(row: Row, ticket: string): Promise<void> {
    const text = (row[ORDER_CONTEXT] as string | null | undefined) ?? null;
    const requested = typeof row[REQUESTED] === 'string' ? new Date(row[REQUESTED]) : null;
    const parameters = {
      orderContext: createProperty(text, { type: 'Multiple', attributes: {} }),
      requestedOn: createProperty(requested, { type: 'DateAndTime.DateAndTime', attributes: {} }),
    };
    if (this.stage) {
      const before = this.stage.context.parameters;
      this.stage.context.change({ parameters: { ...before, ...parameters } });
      return;
    }
    const control = await this.surroundings.control(CONTROL);
    let seen = 0;
    this.stage = await this.surroundings.show(control, this.order, parameters, ({ outputs }) => {
      for (; seen < outputs.length; seen += 1) {
        const on = outputs[seen]?.requestedOn;
        // As a form that saves what its control puts out.
        if (on instanceof Date)
          this.surroundings.webApi
            .updateRecord('rcc_ticket', ticket, { [REQUESTED]: on.toISOString() })
            .then(undefined, this.report);
      }
    });
  }
}
