import type { MockDataset } from '../../../pcf-controls/mocks/dataset';
import { service } from './service';
import type { LiveStage, Surroundings } from './surroundings';
import { tableOf } from './tables';

const CONTROL = 'TicketAnalytics';
const FLOW = 'Publish Metrics';

/** Retail Support Analytics over the daily metrics, and a button that counts today's now instead of within the hour. */
export class AnalyticsPanel {
  private dataset: MockDataset | undefined;
  private stage: Promise<LiveStage> | undefined;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly place: HTMLElement,
    private readonly button: HTMLButtonElement,
    private readonly state: HTMLElement,
  ) {
    button.addEventListener('click', () => void this.publish());
  }

  /** Shows the control when it is looked at for the first time. */
  async show(): Promise<void> {
    this.stage ??= this.start();
    await this.stage;
  }

  /** @param flows that have ended, those that failed apart */
  hear({ flows, failed }: { flows: ReadonlySet<string>; failed: ReadonlySet<string> }): void {
    if (!flows.has(FLOW)) return;
    if (this.button.disabled) this.say(failed.has(FLOW) ? 'not_published' : 'published');
    this.button.disabled = false;
    this.dataset?.refresh();
  }

  private async start(): Promise<LiveStage> {
    const [control, table] = await Promise.all([this.surroundings.control(CONTROL), tableOf('rcc_dailymetric')]);
    const [view] = table.views;
    if (!view) throw new Error('The table of daily metrics has no view.');
    this.dataset = this.surroundings.dataset(table, view);
    return this.surroundings.show(control, this.place, { metrics: this.dataset });
  }

  private async publish(): Promise<void> {
    this.button.disabled = true;
    this.say('publishing');
    try {
      await service.publishMetrics();
    } catch (problem) {
      this.button.disabled = false;
      this.state.textContent = (problem as { message: string }).message;
    }
  }

  private say(word: 'publishing' | 'published' | 'not_published'): void {
    this.state.textContent = this.surroundings.words(word);
  }
}
