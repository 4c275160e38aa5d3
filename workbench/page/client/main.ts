import { drawCase } from './case-panel.js';
import { byId, element } from './element.js';
import { listen, type NewsLine } from './news.js';
import { outcomeLine } from './outcome-banner.js';
import type { Accepted, CaseView, NewMessage, Overview, RunNews, RunSummary } from './page-data.js';
import { drawRuns, drawTickets } from './recent-lists.js';
import { RunPanel } from './run-panel.js';
import { service } from './service.js';
import { tag } from './status-mark.js';
import { drawVendors } from './vendor-panel.js';
import { WriteForm } from './write-form.js';

const announce = (text: string): void => {
  byId('announcer').textContent = text;
};

/** The three columns stand below each other. */
const narrow = matchMedia('(max-width: 819px)');

function showProblem(error: unknown): void {
  byId('case').replaceChildren(element('p', { class: 'problem', role: 'alert' }, (error as Error).message));
}

/** The page: a form on the left, the run in the middle, what came of it on the right. */
class Page {
  private readonly form: WriteForm;
  private readonly run: RunPanel;
  /** The run of the message just sent; it is shown as soon as it starts. */
  private awaited: string | null = null;
  private line: NewsLine | null = null;

  constructor(overview: Overview) {
    this.run = new RunPanel(overview);
    this.form = new WriteForm((message) => this.send(message));
    this.form.drawSamples(overview);
    drawVendors(overview, announce);
    byId('where').textContent = `Service ${overview.proxy.replace(/^https?:\/\//, '')} · state in ${overview.data}`;
    addEventListener('hashchange', () => void this.follow());
  }

  async begin(): Promise<void> {
    this.line = listen(
      (news) => this.hear(news),
      (alive) =>
        byId('connection').replaceChildren(
          alive ? tag('Running', 'good', 'check') : tag('Not connected', 'bad', 'warn'),
        ),
    );
    await this.refreshLists();
    await this.follow();
  }

  /** The run may begin before the answer is here: its news wait until it is known that they are ours. */
  private async send(message: NewMessage): Promise<Accepted> {
    this.line?.hold();
    try {
      const accepted = await service.send(message);
      if (accepted.run_id === null) {
        this.run.clear();
        byId('case').replaceChildren();
        byId('case-nothing').hidden = false;
        throw new Error(
          'The mail lies in the mailbox, but no flow takes it up; mail from the mailbox itself starts none.',
        );
      }
      this.awaited = accepted.run_id;
      announce('The message is sent. The flow starts.');
      void this.findAwaited(accepted.run_id);
      return accepted;
    } finally {
      this.line?.release();
    }
  }

  /** Shows what the address names: `#/run/…` or `#/ticket/…`. */
  private async follow(): Promise<void> {
    const [, kind, id] = location.hash.split('/');
    if (!id) return;
    try {
      if (kind === 'ticket') await this.showCase(await service.caseOfTicket(decodeURIComponent(id)), true);
      else if (kind === 'run') await this.showRun(decodeURIComponent(id));
      byId('case-title').focus();
    } catch (error) {
      showProblem(error);
    }
  }

  private async showRun(runId: string): Promise<void> {
    const run = await service.run(runId);
    this.run.show(run);
    if (run.status !== 'Running') await this.showCase(await service.caseOfRun(runId), false);
  }

  private async showCase(view: CaseView, withRun: boolean): Promise<void> {
    if (withRun && view.run_id) this.run.show(await service.run(view.run_id));
    else if (withRun) this.run.clear();
    drawCase(view, (again) => this.form.goOn(again));
    byId('case-nothing').hidden = true;
  }

  private hear(news: RunNews): void {
    if (news.kind === 'run_started') {
      if (news.run.run_id === this.awaited) this.watch(news.run);
    } else if (news.kind === 'action') {
      if (news.run_id === this.run.runId) this.run.action(news.action);
    } else {
      void this.refreshLists();
      if (news.run.run_id !== this.run.runId) return;
      this.run.ended(news.run);
      service
        .caseOfRun(news.run.run_id)
        .then(async (view) => {
          await this.showCase(view, false);
          announce(outcomeLine(view));
        })
        .catch(showProblem);
    }
  }

  private watch(run: RunSummary): void {
    this.awaited = null;
    this.run.show({ ...run, actions: [] });
    byId('case-nothing').hidden = true;
    if (narrow.matches) byId('run-title').scrollIntoView();
    byId('case').replaceChildren(element('p', { class: 'waiting' }, 'The flow is running…'));
    history.replaceState(null, '', `#/run/${encodeURIComponent(run.run_id)}`);
  }

  /** For a run whose start was not heard (the line was down just then). */
  private async findAwaited(runId: string): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    if (this.awaited !== runId) return;
    this.awaited = null;
    await this.showRun(runId).catch(showProblem);
  }

  private async refreshLists(): Promise<void> {
    const [tickets, runs] = await Promise.all([service.tickets(), service.runs()]);
    drawTickets(tickets);
    drawRuns(runs);
  }
}

service
  .overview()
  .then((overview) => new Page(overview).begin())
  .catch(showProblem);

byId('show-skipped').addEventListener('change', (event) => {
  byId('actions').classList.toggle('with-skipped', (event.target as HTMLInputElement).checked);
});
