import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { keepPicture } from '../../pcf-controls/test/pictures';
import { controlsAsBuilt } from '../../workbench/desk-page/controls';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { startWorkbench, type Workbench } from '../../workbench/start/start-workbench';
import { TICKET_STATUS } from '../desk/desk-words';
import { MONEY_STATUS } from '../desk/money-desk';
import { SCHEDULED } from '../product/open-product';
import { chromiumPath, openBrowser } from './chromium';
import { compileClient } from './compile-client';
import { seedDemoRows } from './demo-rows';
import { seriousFindings } from './serious-findings';
import { unnamedControls } from './unnamed-controls';

const controls = controlsAsBuilt(process.env.RCC_CONTROLS);
const canRun = chromiumPath !== undefined && controls.state === 'ready';
if (!canRun) console.log('The tests of the desk in a browser are skipped: they want Chromium and npm run controls.');

jest.setTimeout(60_000);
const WIDE = { width: 1440, height: 900 };
/** Longer than an action can be undone. */
const UNDO_MS = 11_000;
const CUSTOMER = '"Jamie Rivera" <customer@example.com>';
/** Subjects of mails that need a person. */
const MONEY = 'Charged two times';
const ANGRY = 'Third time I write';
const BROKEN = 'It arrived scratched';
/** What a customer may write. */
const MARKUP = '<img src=x onerror=alert(1)> **now** [here](https://evil.example)';

(canRun ? describe : describe.skip)('the desk in a browser', () => {
  let folder: string;
  const clients: string[] = [];
  let workbench: Workbench;
  let browser: Browser;
  let page: Page;
  let problems: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'workbench-'));
    clients.push(compileClient(), compileClient('desk-page'));
    const [clientFolder = '', modulesFolder = ''] = clients;
    workbench = await startWorkbench({
      environment: { PORT: '0', WORKBENCH_PORT: '0', RCC_DATA_DIR: join(folder, 'data') },
      clientFolder,
      modulesFolder,
      controls,
      // What happens on the hour must not happen to a test.
      off: SCHEDULED,
    });
    seedDemoRows(workbench.product.platform.dataverse, new Date());
    browser = await openBrowser();
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await workbench.close();
    for (const used of [folder, ...clients]) rmSync(used, { recursive: true, force: true });
  }, 30_000);

  afterEach(async () => {
    await page.context().close();
    const found = problems;
    problems = [];
    expect(found).toEqual([]);
  });

  /** Opens the desk with a clock that can be moved on. */
  const open = async (address = '', viewport = WIDE): Promise<void> => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en-US' });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.clock.install();
    await page.goto(`${workbench.pageUrl}/desk${address}`);
  };
  const platform = () => workbench.product.platform;
  const ticketOf = (title: string): PresentedRow =>
    [...platform().dataverse.rows('rcc_ticket')].find((row) => row.rcc_title === title)!;
  const mailsTo = (address: string) => [...platform().outlook.sent()].filter(({ to }) => to.includes(address));
  /** A customer writes, and all that follows is done. */
  const write = async (subject: string, body: string): Promise<void> => {
    platform().deliverMail({ from: CUSTOMER, subject, body });
    await platform().idle();
  };
  const line = (title: string) => page.getByRole('row').filter({ hasText: title });
  const pane = (title: string) => page.getByRole('complementary', { name: title });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const openPane = async (title: string): Promise<void> => {
    await line(title).click();
    // Who only passes by a ticket reads nothing.
    await page.clock.fastForward(1000);
    await pane(title).getByText('Automatic').waitFor();
  };
  /** The ten seconds pass; then what was done is done, with all that follows. */
  const letItHappen = async (words: RegExp): Promise<void> => {
    await page.clock.fastForward(UNDO_MS);
    await page.getByRole('region', { name: 'Actions on their way' }).getByText(words).waitFor();
    await platform().idle();
  };
  const problemOf = () => page.locator('#problem').innerText();

  it('shows a mail that needs a person as soon as there is a ticket', async () => {
    await open();
    await page.getByText(/^\d+ tickets$/).waitFor();
    await keepPicture(page, 'desk-queue');
    await write(MONEY, 'I was charged twice for order 12355. Please give me my money back!');
    await line(MONEY).waitFor();
    expect(await line(MONEY).innerText()).toMatch(/Critical[^]*Unassigned[^]*Payment issue/);
    expect(await unnamedControls(page)).toEqual([]);
    expect(await problemOf()).toBe('');
  });

  it('writes nothing of what is undone within ten seconds', async () => {
    await open();
    await openPane(MONEY);
    const before = ticketOf(MONEY);
    await press('Assign to me');
    await page.clock.fastForward(5000);
    await press('Undo');
    await page.clock.fastForward(UNDO_MS);
    await platform().idle();
    expect(ticketOf(MONEY)).toEqual(before);
  });

  it('gives a ticket to who takes it, and tells by mail where it is', async () => {
    await open();
    await openPane(MONEY);
    await press('Assign to me');
    await letItHappen(/^Assigned to you/);
    expect(ticketOf(MONEY)).toMatchObject({
      statuscode: TICKET_STATUS.assigned,
      _rcc_assignedagent_value: DEMO_USERS.anna,
      _ownerid_value: DEMO_USERS.anna,
    });
    await line(MONEY).getByText('Me', { exact: true }).waitFor();
    const [notice] = mailsTo('anna@shop.example');
    expect(notice?.body).toContain(`/tickets/${String(ticketOf(MONEY).rcc_ticketid)}`);
    // That address leads to the ticket.
    await page.goto(`${workbench.pageUrl}/tickets/${String(ticketOf(MONEY).rcc_ticketid)}`);
    await page.getByRole('heading', { name: MONEY }).waitFor();
  });

  it('sends the suggested reply as the agent has edited it; the customer gets it and the ticket waits', async () => {
    await open();
    await openPane(MONEY);
    expect(await pane(MONEY).getByRole('region', { name: 'Conversation' }).innerText()).toContain('give me my money');
    const reply = page.getByRole('textbox', { name: 'Suggested reply' });
    expect(await reply.inputValue()).toContain('charges for order ORD-12355');
    await reply.fill('Hello Jamie,\n\nYou were charged twice. We refund 89.00 EUR today.\n\nAnna');
    await keepPicture(page, 'desk-reply');
    const before = mailsTo('customer@example.com').length;
    await press('Send');
    await letItHappen(/^Reply queued/);
    const mails = mailsTo('customer@example.com').slice(before);
    expect(mails.map(({ body }) => body)).toEqual([expect.stringContaining('We refund 89.00 EUR today.')]);
    expect(ticketOf(MONEY)).toMatchObject({ statuscode: TICKET_STATUS.waiting });
    await line(MONEY).getByText('Waiting', { exact: true }).waitFor();
    const message = [...platform().dataverse.rows('rcc_message')].find(({ rcc_body: body }) =>
      String(body).includes('We refund 89.00 EUR today.'),
    );
    expect(message).toMatchObject({ _ownerid_value: DEMO_USERS.anna });
  });

  it('opens a ticket as on its form, and has its order looked up again', async () => {
    await open();
    await openPane(MONEY);
    await press('Open form');
    await page.getByRole('heading', { name: `${String(ticketOf(MONEY).rcc_ticketnumber)} · ${MONEY}` }).waitFor();
    const form = page.locator('#ticket-form');
    await form.getByText('Charged twice', { exact: true }).first().waitFor();
    expect(await form.innerText()).toMatch(/Assigned agent\s+Anna Weber[^]*Requires human review\s+Yes/);
    const before = JSON.parse(String(ticketOf(MONEY).rcc_ordercontext)) as { fetched_at: string };
    await keepPicture(page, 'desk-ticket');
    const lookUp = page.getByRole('button', { name: 'Look up again' });
    await lookUp.click();
    await expectSoon(() => ticketOf(MONEY).rcc_contextrequestedon !== null);
    await platform().idle();
    const now = JSON.parse(String(ticketOf(MONEY).rcc_ordercontext)) as { fetched_at: string };
    expect(Date.parse(now.fetched_at)).toBeGreaterThan(Date.parse(before.fetched_at));
    // The form shows the new order by itself.
    await expectSoon(() => lookUp.isEnabled());
    expect(await unnamedControls(page)).toEqual([]);
  });

  it('escalates what is somebody’s and resolves it; a resolved ticket leaves the view', async () => {
    await write(ANGRY, 'This is the third time I write and nobody answers. Terrible service!');
    await open();
    await openPane(ANGRY);
    await press('Assign to me');
    await letItHappen(/^Assigned to you/);
    await press('Escalate');
    await letItHappen(/^Escalated/);
    expect(ticketOf(ANGRY)).toMatchObject({ statuscode: TICKET_STATUS.escalated, rcc_escalationlevel: 1 });
    expect(mailsTo('sofia@shop.example').length).toBeGreaterThan(0);
    await line(ANGRY).getByText('Escalated').waitFor();
    // Whoever has escalated a ticket is shown the next one.
    await openPane(ANGRY);
    await press('Resolve');
    await letItHappen(/^Resolved/);
    expect(ticketOf(ANGRY)).toMatchObject({ statuscode: TICKET_STATUS.resolved });
    await line(ANGRY).waitFor({ state: 'detached' });
    await page.getByLabel('View', { exact: true }).selectOption('Resolved today');
    await line(ANGRY).waitFor();
  });

  it('lets the server search, filter and sort, each view its own rows for who looks', async () => {
    await open(`?person=${DEMO_USERS.ben}`);
    await page.getByRole('searchbox').fill('12355');
    await page.keyboard.press('Enter');
    await line(MONEY).waitFor();
    await page.getByRole('searchbox').fill('99999');
    await page.keyboard.press('Enter');
    await page.getByText('No ticket').waitFor();
    await page.getByLabel('View', { exact: true }).selectOption('My open tickets');
    await page.getByText(/^\d+ tickets$/).waitFor();
    expect(await line(MONEY).count()).toBe(0);
    await page.getByLabel('You are').selectOption('Anna Weber');
    await page.getByLabel('View', { exact: true }).selectOption('My open tickets');
    await line(MONEY).waitFor();
  });

  it('shows the four weeks before in the analytics, and today once it is counted', async () => {
    await open('#/analytics');
    const countedUpTo = page.getByText('Counted up to');
    const before = await countedUpTo.innerText();
    await keepPicture(page, 'desk-analytics');
    await press("Count today's figures now");
    await page.getByText('The figures are up to date.').waitFor();
    await expectSoon(async () => (await countedUpTo.innerText()) !== before);
    const days = [...platform().dataverse.rows('rcc_dailymetric')].filter((row) => row.rcc_scopekey === 'all');
    const [today] = days.sort((left, right) => String(right.rcc_date).localeCompare(String(left.rcc_date)));
    expect(today).toMatchObject({ rcc_messages: 2 });
    expect(await unnamedControls(page)).toEqual([]);
  });

  it('speaks Spanish and is dark when asked', async () => {
    await open('?language=3082&theme=dark');
    await page.getByRole('link', { name: 'Cola' }).waitFor();
    await line(MONEY).getByText('En espera').waitFor();
    expect(await page.getByLabel('Vista').locator('option').allInnerTexts()).toContain('Tickets abiertos');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(18, 20, 29)');
  });

  it('says what the tables refuse', async () => {
    await open('#/ticket/00000000-0000-4000-8000-00000000dead');
    await page.getByRole('alert').getByText('Does Not Exist').waitFor();
    // The browser itself notes it on its console.
    problems = problems.filter((problem) => !problem.includes('404'));
  });

  /** Asks for money back on the form of a ticket, as Anna. */
  const ask = async (fill: () => Promise<void>): Promise<PresentedRow> => {
    await open(`#/ticket/${String(ticketOf(BROKEN).rcc_ticketid)}`);
    await page.getByText('Ask for a refund or cancellation').click();
    expect(await page.getByLabel('Order number', { exact: true }).inputValue()).toBe('ORD-12359');
    await fill();
    await press('Ask for it');
    await page.getByText('It is asked for.').waitFor();
    const request = requestsNow().at(-1)!;
    // The run waits for the answer, so the platform does not come to rest.
    await expectSoon(() => platform().approvals.pending.some(({ title }) => title.includes(numberOf(request))));
    return request;
  };
  const requestsNow = () =>
    [...platform().dataverse.rows('rcc_moneyaction')].sort((left, right) =>
      String(left.rcc_actionnumber).localeCompare(String(right.rcc_actionnumber)),
    );
  const requestNow = ({ rcc_moneyactionid: id }: PresentedRow) =>
    requestsNow().find((row) => row.rcc_moneyactionid === id)!;
  const numberOf = ({ rcc_actionnumber: number }: PresentedRow) => String(number);
  const question = (request: PresentedRow) => page.getByRole('article').filter({ hasText: numberOf(request) });

  it('shows on the ticket that a request was rejected as soon as it is, and asks for single lines', async () => {
    await write(BROKEN, 'The parcel of order 12359 arrived scratched. I want some of my money back.');
    const request = await ask(async () => {
      await page.getByLabel('How much').selectOption('some lines');
      await page.getByRole('spinbutton').first().fill('1');
      await page.getByLabel('Reason').fill(MARKUP);
    });
    expect(JSON.parse(String(request.rcc_lines))).toMatchObject([{ quantity: 1 }]);
    const ticketPage = page;
    const deciding = await ticketPage.context().newPage();
    await deciding.goto(`${workbench.pageUrl}/desk?person=${DEMO_USERS.supervisor}#/approvals`);
    const shown = deciding.getByRole('article').filter({ hasText: numberOf(request) });
    // Whatever is written stays text.
    await shown.getByText(`Reason: ${MARKUP}`).waitFor();
    expect(await shown.locator('img, a:not([href^="#/ticket/"])').count()).toBe(0);
    await shown.getByRole('button', { name: 'Reject' }).click();
    await deciding.getByText('was answered: Reject.').waitFor();
    await ticketPage.locator('#money-requests').getByText('Rejected', { exact: true }).waitFor();
    expect(requestNow(request)).toMatchObject({ rcc_status: MONEY_STATUS.rejected });
  });

  it('has a refund asked for, approved by somebody else and carried out, and shows on the ticket that it is done', async () => {
    const request = await ask(async () => {
      await page.getByLabel('How much').selectOption('an amount');
      await page.getByLabel('Amount', { exact: true }).fill('5');
      expect(await page.getByLabel('Currency').inputValue()).toBe('EUR');
      await page.getByLabel('Reason').fill('The shade is scratched');
    });
    expect(request).toMatchObject({
      rcc_amount: 5,
      rcc_currency: 'EUR',
      _rcc_requestedby_value: DEMO_USERS.anna,
      rcc_status: MONEY_STATUS.requested,
    });
    expect(await page.locator('#money-requests').innerText()).toMatch(/Requested[^]*Refund ORD-12359, 5\.00 EUR/);
    expect(await seriousFindings(page, '#money-card')).toEqual([]);
    // Who asks does not decide.
    await page.getByRole('link', { name: 'Approvals (1)' }).click();
    await question(request).getByText('You asked for it, so somebody else decides.').waitFor();
    expect(await question(request).getByRole('button').count()).toBe(0);
    await page.getByLabel('You are').selectOption('Sofia Ruiz');
    const shown = question(request);
    await shown.getByRole('button', { name: 'Approve' }).waitFor();
    expect(await shown.innerText()).toContain('Reason: The shade is scratched');
    expect(await seriousFindings(page, '[data-panel=approvals]')).toEqual([]);
    expect(await unnamedControls(page)).toEqual([]);
    await keepPicture(page, 'desk-approval');
    await shown.getByLabel('Comment').fill('Fine');
    await shown.getByRole('button', { name: 'Approve' }).press('Enter');
    await page.getByText('was answered: Approve.').waitFor();
    await page.getByText('Nothing waits for an answer.').waitFor();
    await expectSoon(() => requestNow(request).rcc_status === MONEY_STATUS.done);
    expect(requestNow(request)._rcc_approver_value).toBe(DEMO_USERS.supervisor);
    await page.goto(`${workbench.pageUrl}/tickets/${String(ticketOf(BROKEN).rcc_ticketid)}`);
    await page.locator('#money-requests').getByText('Done', { exact: true }).waitFor();
  });

  it('says that somebody else was faster', async () => {
    const request = await ask(() => page.getByLabel('Reason').fill('All of it'));
    await page.goto(`${workbench.pageUrl}/desk?person=${DEMO_USERS.supervisor}#/approvals`);
    const approver = 'sofia@shop.example';
    const { name } = platform().approvals.pending.find(({ title }) => title.includes(numberOf(request)))!;
    await page.route('**/api/desk/approvals/*', async (route) => {
      platform().approvals.respond(name, { approver, response: 'Reject' });
      await route.continue();
    });
    await question(request).getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('alert').getByText('The approval is decided already.').waitFor();
    problems = problems.filter((problem) => !problem.includes('409'));
    await expectSoon(() => requestNow(request).rcc_status === MONEY_STATUS.rejected);
  });

  it('fits on a phone', async () => {
    await open('', { width: 390, height: 844 });
    await page.getByRole('row').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});

/** Waits for something that follows by itself. */
async function expectSoon(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 20_000; !(await holds()) && Date.now() < until;)
    await new Promise((next) => setTimeout(next, 50));
  expect(await holds()).toBe(true);
}
