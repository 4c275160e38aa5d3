import type { Row } from '../../../pcf-controls/mocks/odata-query';
import type { TableView } from '../desk-data';
import { element } from './element';
import { MoneyForm } from './money-form';
import { orderOf } from './money-request';
import { labelOf } from './row-values';
import { service } from './service';
import type { Surroundings } from './surroundings';
import { tableOf } from './tables';

const TABLE = 'rcc_moneyaction';
const COLUMNS = 'rcc_actionnumber,rcc_kind,rcc_status,rcc_ordernumber,rcc_amount,rcc_currency,rcc_lines,rcc_outcome';

/** A ticket's refunds and cancellations: those asked for, with what became of them, and the form for another. */
export class MoneyPanel {
  private ticket: string | undefined;
  private form: MoneyForm | undefined;
  /** Id of the row that is asked for next: pressed again after an answer that got lost, it is the same request. */
  private nextId = crypto.randomUUID();
  private reading = 0;

  /** @param list where requests are shown @param formPlace where the form stands @param said tells what came of asking */
  constructor(
    private readonly surroundings: Surroundings,
    private readonly list: HTMLElement,
    private readonly formPlace: HTMLElement,
    private readonly said: HTMLElement,
    /** Told what the tables refuse. */
    private readonly report: (problem: unknown) => void,
  ) {}

  /** @param row the ticket, all its columns @throws what the tables refuse with */
  async show(ticket: string, row: Row): Promise<void> {
    const reading = (this.reading += 1);
    const table = await tableOf(TABLE);
    const { value: requests } = await service.list(
      table.set,
      `?$select=${COLUMNS}&$filter=_rcc_ticket_value eq ${ticket}&$orderby=createdon desc`,
    );
    if (reading !== this.reading) return;
    if (ticket !== this.ticket || this.form === undefined) {
      this.ticket = ticket;
      this.said.textContent = '';
      const { choices, words } = this.surroundings;
      this.form = new MoneyForm(table, choices.language, words, (columns) => this.ask(ticket, columns));
      this.formPlace.replaceChildren(this.form.element);
    }
    this.form.offer(String(row.rcc_ordernumber ?? ''), orderOf(row.rcc_ordercontext));
    this.draw(requests, table);
  }

  private async ask(ticket: string, columns: Record<string, unknown>): Promise<void> {
    const { choices, words, webApi } = this.surroundings;
    this.said.textContent = '';
    try {
      await webApi.createRecord(TABLE, {
        ...columns,
        rcc_moneyactionid: this.nextId,
        'rcc_Ticket@odata.bind': `/rcc_tickets(${ticket})`,
        'rcc_RequestedBy@odata.bind': `/systemusers(${choices.person.id})`,
      });
      this.nextId = crypto.randomUUID();
      this.form?.clear();
      this.said.textContent = words('asked');
      await this.show(ticket, await service.row('rcc_tickets', ticket, ''));
    } catch (problem) {
      this.report(problem);
    }
  }

  private draw(requests: readonly Row[], { columns }: TableView): void {
    const { choices, words, formatting } = this.surroundings;
    const choice = (row: Row, name: string): string => {
      const column = columns.find((one) => one.name === name);
      return column ? labelOf(column, row[name], choices.language) : '';
    };
    const extent = ({ rcc_amount: amount, rcc_currency: currency, rcc_lines: lines }: Row): string => {
      if (amount != null) return `${formatting.formatDecimal(Number(amount), 2)} ${String(currency ?? '')}`.trim();
      return words(lines == null ? 'all_left' : 'some_lines');
    };
    this.list.replaceChildren(
      ...requests.map((row) =>
        element(
          'li',
          {},
          element('span', { className: 'state' }, choice(row, 'rcc_status')),
          element('strong', {}, `${String(row.rcc_actionnumber)} · ${choice(row, 'rcc_kind')}`),
          ` ${String(row.rcc_ordernumber)}, ${extent(row)}`,
          ...(row.rcc_outcome == null ? [] : [element('p', { className: 'quiet' }, String(row.rcc_outcome))]),
        ),
      ),
    );
    this.list.hidden = requests.length === 0;
  }
}
