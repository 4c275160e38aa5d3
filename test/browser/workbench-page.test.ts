import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startWorkbench, type Workbench } from '../../workbench/start/start-workbench';
import { chromiumPath, openBrowser } from './chromium';
import { compileClient } from './compile-client';
import { unnamedControls } from './unnamed-controls';

if (!chromiumPath) console.log('The tests of the page in a browser are skipped: set CHROMIUM_PATH to a Chromium.');

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

(chromiumPath ? describe : describe.skip)('the workbench page in a browser', () => {
  let folder: string;
  let client: string;
  let workbench: Workbench;
  let browser: Browser;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'workbench-'));
    client = compileClient();
    workbench = await startWorkbench({
      environment: { PORT: '0', WORKBENCH_PORT: '0', RCC_DATA_DIR: join(folder, 'data') },
      clientFolder: client,
      modulesFolder: client,
    });
    browser = await openBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await workbench.close();
    for (const used of [folder, client]) rmSync(used, { recursive: true, force: true });
  }, 30_000);

  const open = async (viewport: { width: number; height: number }) => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    page = await context.newPage();
    problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(workbench.pageUrl);
    await page.getByRole('button', { name: 'Where is order 12345?' }).waitFor();
  };

  afterEach(async () => {
    await page.context().close();
    expect(problems).toEqual([]);
  });

  const send = async (sample: string) => {
    const button = page.getByRole('button', { name: sample });
    if (!(await button.isVisible())) await page.getByText('More situations').click();
    await button.click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  };
  const outcome = () => page.locator('.outcome').innerText();
  const card = (title: string) => page.getByRole('region', { name: title, exact: true });

  it('answers the sample and shows the reply, the ticket, the facts, the vendors and the events', async () => {
    await open(WIDE);
    await send('Where is order 12345?');
    await page.locator('.outcome').waitFor();
    expect(await outcome()).toContain('Answered automatically');

    const letter = page.frameLocator('iframe').locator('body');
    expect(await letter.innerText()).toContain('out for delivery');
    expect(await card('Ticket').innerText()).toMatch(/TKT-\d{6}[^]*Order tracking[^]*Orders[^]*ORD-12345/);
    expect(await card('Ticket').innerText()).toContain('Answered');
    expect(await card('Facts used').innerText()).toContain('all supported');
    expect(await card('Vendors asked').innerText()).toMatch(/Shopify[^]*sandbox[^]*FedEx/);
    expect(await card('Stored events').innerText()).toContain('Message replied');
  });

  it('shows each action of the run, and its inputs and outputs when it is opened', async () => {
    await open(WIDE);
    await page.getByRole('link', { name: 'Where is order 12345?' }).first().click();
    const action = page.getByRole('button', { name: /Create ticket/ });
    expect(await action.innerText()).toContain('CreateTicket');
    await action.click();
    expect(await action.getAttribute('aria-expanded')).toBe('true');
    await page.getByText('Inputs', { exact: true }).waitFor();
    expect(await page.locator('.stage-done').count()).toBeGreaterThan(4);
    expect(await page.getByText('Log error').isVisible()).toBe(false);
    await page.getByLabel('Show skipped actions').check();
    expect(await page.getByText('Log error').isVisible()).toBe(true);
  });

  it('never lets the words of a customer act on the page', async () => {
    await open(WIDE);
    const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await page.getByLabel('Subject').fill(evil);
    await page.getByLabel('Message', { exact: true }).fill(evil);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('.outcome').waitFor();
    expect(await card('The customer wrote').innerText()).toContain('<img');
    expect(await page.title()).toBe('Retail Call Center');
  });

  it('shows what happens when a vendor fails, and makes it well again', async () => {
    await open(WIDE);
    await page.getByLabel('UPS').selectOption('down');
    await page.getByText('1 failing').waitFor();
    await send('Where is the rest of order 12346?');
    await page.locator('.outcome').waitFor();
    expect(await card('Vendors asked').innerText()).toMatch(/UPS[^]*missing/i);
    await page.getByLabel('UPS').selectOption('none');
    await page.getByText('All working').waitFor();
  });

  it('can be used without a mouse', async () => {
    await open(WIDE);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to the message form');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Send', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.outcome').waitFor();
    await page.locator('.step-head').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.detail').waitFor();
    expect(await page.locator('#announcer').innerText()).not.toBe('');
  });

  it.each([
    ['a desktop', WIDE],
    ['a phone', PHONE],
  ])('gives everything a name and fits on %s', async (_, viewport) => {
    await open(viewport);
    expect(await unnamedControls(page)).toEqual([]);
    await send('URGENT: Double charged!!');
    await page.locator('.outcome').waitFor();
    expect(await outcome()).toMatch(/Handed to a person/);
    await page.locator('.step-head').first().click();
    expect(await unnamedControls(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
  });

  it('refuses in words what cannot be sent, and says when the workbench is gone', async () => {
    await open(WIDE);
    await page.getByLabel('From').fill('nobody@nowhere');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('alert').getByText('From must be an e-mail address').waitFor();
    await page.getByLabel('From').fill('customer@example.com');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('alert').getByText('does not answer').waitFor();
    // The browser itself notes both on its console.
    problems = problems.filter((problem) => !/400|ERR_INTERNET_DISCONNECTED/.test(problem));
  });
});
