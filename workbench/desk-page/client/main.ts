import { AnalyticsPanel } from './analytics-panel';
import { ApprovalsPanel } from './approvals-panel';
import { type Choices, offerChoices, readChoices } from './choices';
import { hostActions } from './dialogs';
import { MoneyPanel } from './money-panel';
import { listenToRuns } from './news';
import { QueuePanel } from './queue-panel';
import { service } from './service';
import { Surroundings } from './surroundings';
import { TicketPanel } from './ticket-panel';
import { type Word, type Words, wordsIn } from './words';

const LOOK_AGAIN_MS = 1000;
/** Where the analytics lead by themselves: the app's list of tickets. */
const LIST_OF_TICKETS = /[?&]etn=rcc_ticket\b/;

function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element #${id}`);
  return found as T;
}

const report = (problem: unknown): void => {
  const { message } = problem as { message?: unknown };
  byId('problem').textContent = typeof message === 'string' ? message : String(problem);
};

/** The page: the queue, a ticket, approvals, the analytics; the address says which. */
class DeskPage {
  private readonly queue: QueuePanel;
  private readonly ticket: TicketPanel;
  private readonly approvals: ApprovalsPanel;
  private readonly analytics: AnalyticsPanel;

  constructor(choices: Choices, words: Words) {
    const surroundings = new Surroundings(
      choices,
      words,
      hostActions(words, service, {
        openForm: async ({ entityId }) => {
          if (entityId) this.open(entityId);
          return { savedEntityReference: [] };
        },
        openUrl: (url) => {
          if (LIST_OF_TICKETS.test(url)) location.hash = '#/queue';
          else window.open(url, '_blank', 'noopener');
        },
      }),
    );
    this.queue = new QueuePanel(
      surroundings,
      byId('queue-control'),
      byId<HTMLSelectElement>('view'),
      (id) => byId('to-ticket').setAttribute('href', `#/ticket/${id}`),
      (id) => this.open(id),
    );
    this.ticket = new TicketPanel(
      surroundings,
      byId('ticket-heading'),
      byId('ticket-fields'),
      byId('order-control'),
      new MoneyPanel(surroundings, byId('money-requests'), byId('money-form'), byId('money-said'), report),
      report,
    );
    this.approvals = new ApprovalsPanel(
      surroundings,
      byId('approvals-heading'),
      byId('approvals-list'),
      byId('approvals-count'),
      byId('approvals-said'),
      report,
    );
    this.analytics = new AnalyticsPanel(
      surroundings,
      byId('analytics-control'),
      byId<HTMLButtonElement>('publish'),
      byId('publish-state'),
    );
  }

  async start(): Promise<void> {
    addEventListener('hashchange', () => void this.follow());
    addEventListener('resize', () => this.queue.resize());
    listenToRuns(
      (ended) => {
        this.queue.refresh();
        this.analytics.hear(ended);
        this.ticket.refresh().catch(report);
      },
      () => void this.approvals.refresh().catch(report),
    );
    await Promise.all([this.queue.start(), this.approvals.refresh()]);
    await this.follow();
  }

  private open(id: string): void {
    location.hash = `#/ticket/${id}`;
  }

  /** Shows what the address names. */
  private async follow(): Promise<void> {
    const [, panel = 'queue', id] = location.hash.split('/');
    byId('problem').textContent = '';
    for (const section of document.querySelectorAll<HTMLElement>('[data-panel]'))
      section.hidden = section.dataset.panel !== panel;
    for (const link of document.querySelectorAll<HTMLElement>('nav [data-to]'))
      if (link.dataset.to === panel) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    try {
      if (panel === 'analytics') await this.analytics.show();
      if (panel === 'ticket') await this.showTicket(id);
      if (panel === 'queue') this.queue.resize();
    } catch (problem) {
      report(problem);
    }
  }

  private async showTicket(id: string | undefined): Promise<void> {
    byId('no-ticket').hidden = id !== undefined;
    byId('ticket-form').hidden = id === undefined;
    if (id === undefined) return;
    byId('to-ticket').setAttribute('href', `#/ticket/${id}`);
    await this.ticket.show(decodeURIComponent(id));
    byId('ticket-heading').focus();
  }
}

/** Waits while the controls are being built. @throws Error that says what is missing */
async function builtDesk(words: Words) {
  for (;;) {
    const desk = await service.desk();
    if (desk.controls === 'ready') return desk;
    if (desk.controls === 'missing') throw new Error(desk.said);
    byId('problem').textContent = `${words('building')} ${desk.said}`;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

async function main(): Promise<void> {
  const { people } = await service.desk();
  const choices = readChoices(location.search, people, navigator.language);
  const words = wordsIn(choices.language);
  document.documentElement.lang = choices.language === 3082 ? 'es' : 'en';
  document.documentElement.dataset.theme = choices.theme;
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]'))
    element.textContent = words(element.dataset.word as Word);
  document.title = `${words('title')} · Retail Call Center`;
  offerChoices(byId('choices'), choices, people, words);
  await builtDesk(words);
  byId('problem').textContent = '';
  await new DeskPage(choices, words).start();
}

main().catch(report);
