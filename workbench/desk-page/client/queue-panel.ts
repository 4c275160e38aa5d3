import type { MockDataset } from '../../../pcf-controls/mocks/dataset';
import type { TableView, ViewView } from '../desk-data';
import { inLanguage } from './row-values';
import type { LiveStage, Surroundings } from './surroundings';
import { tableOf } from './tables';

const CONTROL = 'TicketTriage';

/** The queue: a view of tickets in Ticket Triage, beside it the choice of the view. */
export class QueuePanel {
  private dataset: MockDataset | undefined;
  private stage: LiveStage | undefined;

  /**
   * @param select the choice of the view
   * @param onTicket told of the ticket that is looked at
   * @param onOpen told of the ticket whose form is asked for
   */
  constructor(
    private readonly surroundings: Surroundings,
    private readonly place: HTMLElement,
    private readonly select: HTMLSelectElement,
    private readonly onTicket: (id: string) => void,
    private readonly onOpen: (id: string) => void,
  ) {}

  async start(): Promise<void> {
    const table = await tableOf('rcc_ticket');
    const { language } = this.surroundings.choices;
    for (const { id, label } of table.views) this.select.append(new Option(inLanguage(label, language), id));
    this.select.addEventListener('change', () => void this.show(table));
    await this.show(table);
  }

  /** Reads the first page again when something may have changed; a list that was read on would fall back to it. */
  refresh(): void {
    const { dataset } = this;
    if (dataset && !dataset.loading && dataset.paging.lastPageNumber === 1) dataset.refresh();
  }

  resize(): void {
    this.stage?.context.change({ height: Math.round(this.place.getBoundingClientRect().height) });
  }

  private async show(table: TableView): Promise<void> {
    const control = await this.surroundings.control(CONTROL);
    this.stage?.stop();
    const view = table.views.find(({ id }) => id === this.select.value) as ViewView;
    this.dataset = this.surroundings.dataset(table, view, this.onOpen);
    let seen = 0;
    this.stage = await this.surroundings.show(control, this.place, { tickets: this.dataset }, ({ outputs }) => {
      for (; seen < outputs.length; seen += 1) {
        const id = outputs[seen]?.selectedTicketId;
        if (typeof id === 'string') this.onTicket(id);
      }
    });
  }
}
