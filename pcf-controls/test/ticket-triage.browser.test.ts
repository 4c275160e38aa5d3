import type { Page } from 'playwright-core';
import type { Stage } from '../host/stage';
import { callCounts, describeInBrowser, settled } from './harness';

const LOADS = [
  'dataset.refresh',
  'dataset.paging.loadNextPage',
  'dataset.paging.reset',
  'dataset.paging.loadExactPage',
];

/** How often the dataset was asked for rows. */
async function loads(page: Page): Promise<number> {
  const counts = await callCounts(page);
  return LOADS.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
}
/** Presses keys one after the other and waits until the control has come to rest. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}
const focusedLine = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-line') ?? undefined);
const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? undefined);
const selectedIds = (page: Page) =>
  page.evaluate(() => (window.stage as Stage).scene.dataset?.getSelectedRecordIds() ?? []);
const firstRow = (page: Page) => page.getByRole('grid').locator('[data-line="0"]');

/** Goes to the list by Tab alone, as somebody without a mouse does. */
async function tabToList(page: Page): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedLine(page)) !== undefined) return;
  }
  throw new Error('The list cannot be reached by Tab.');
}

describeInBrowser('Ticket Triage in a browser', (open) => {
  it('is worked through by keyboard alone: walk, open, select, group, search, help', async () => {
    const page = await open('TicketTriage');
    await tabToList(page);
    await press(page, 'j', 'j', 'ArrowDown', 'k');
    expect(await focusedLine(page)).toBe('2');

    await press(page, 'x', 'Shift+ArrowDown');
    expect(await selectedIds(page)).toHaveLength(2);
    const name = await focusedName(page);

    await press(page, 'Enter');
    expect(await page.locator('.tt-row[data-open]').getAttribute('aria-label')).toBe(name);
    await press(page, 'Escape');
    expect([await page.locator('.tt-row[data-open]').count(), await focusedName(page)]).toEqual([0, name]);

    await press(page, 'g');
    expect(await page.getByRole('row', { expanded: true }).first().innerText()).toMatch(/Order tracking · \d+ loaded/);
    await press(page, 'g', 'g');

    await press(page, '?');
    expect(await page.getByRole('dialog').innerText()).toContain('Next ticket');
    await press(page, 'Escape');
    await press(page, '/');
    await page.keyboard.type('TKT-000042');
    await press(page, 'Enter');
    expect(await page.locator('.tt-row').count()).toBe(1);
    expect(await firstRow(page).innerText()).toContain('TKT-000042');
    expect(await selectedIds(page)).toHaveLength(2);
  });

  it('asks the server once for each filter and each order, and for nothing else', async () => {
    const page = await open('TicketTriage');
    const before = await loads(page);
    await page.getByRole('button', { name: 'Unassigned', exact: true }).click();
    await settled(page);
    expect(await loads(page)).toBe(before + 1);
    await page.getByRole('button', { name: 'Priority' }).first().click();
    await page.getByRole('menuitemcheckbox', { name: 'Critical' }).click();
    await settled(page);
    expect(await loads(page)).toBe(before + 2);
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Customer' }).getByRole('button').click();
    await settled(page);
    expect(await loads(page)).toBe(before + 3);
    expect((await callCounts(page))['dataset.paging.setPageSize']).toBe(1);
  });

  it('opens a menu of the toolbar by key or click, and leaves it to where one was', async () => {
    const page = await open('TicketTriage');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const menus = () => page.getByRole('menu').count();
    const status = page.getByRole('button', { name: 'Status' }).first();
    await status.focus();
    await press(page, 'ArrowDown');
    expect([await focused(), await status.getAttribute('aria-expanded')]).toEqual(['New', 'true']);
    await press(page, 'Escape');
    expect([await focused(), await menus(), await status.getAttribute('aria-expanded')]).toEqual([
      'Status',
      0,
      'false',
    ]);
    await press(page, 'Enter');
    await press(page, 'Tab');
    expect([await focused(), await menus()]).toEqual(['Intent', 0]);
    await status.click();
    await page.getByRole('menu', { name: 'Status' }).waitFor();
    await status.click();
    expect([await focused(), await menus()]).toEqual(['Status', 0]);
    await page.getByRole('button', { name: 'Sort' }).click();
    await page.getByRole('menuitemradio', { name: 'Customer' }).click();
    await settled(page);
    expect([await focused(), await menus()]).toEqual(['Sort', 0]);
  });

  it('keeps what is selected when pages come, and asks for a page once at each end', async () => {
    const page = await open('TicketTriage');
    await page.locator('[data-select]').nth(1).click();
    await page.locator('[data-select]').nth(3).click();
    const chosen = await selectedIds(page);
    const before = await loads(page);
    const footer = page.locator('.tt-footer');
    expect(await footer.innerText()).toContain('250 of 1,000 tickets loaded');
    await tabToList(page);
    for (const loaded of ['500 of', '750 of', '1,000 tickets']) {
      await press(page, 'End');
      expect(await footer.innerText()).toContain(loaded);
    }
    await press(page, 'End');
    expect(await loads(page)).toBe(before + 3);
    expect(await focusedLine(page)).toBe('999');
    expect(await selectedIds(page)).toEqual(chosen);
    await press(page, 'Home');
    expect(await page.locator('.tt-row[aria-selected="true"]').count()).toBe(2);
  });

  it('has few elements in the page and no empty picture while 100,000 tickets are scrolled', async () => {
    const page = await open('TicketTriage', { state: '100000' });
    const seen = await page.evaluate(async () => {
      const list = document.querySelector('[role="grid"]') as HTMLElement;
      // After the control has heard of it, and before the browser paints.
      const scrolled = () => new Promise((resolve) => list.addEventListener('scroll', resolve, { once: true }));
      const empty: string[] = [];
      let most = 0;
      for (let step = 0; step < 40; step += 1) {
        list.scrollTop += step < 20 ? 350 : 200_000;
        await scrolled();
        const { top, bottom } = list.getBoundingClientRect();
        const rows = [...list.querySelectorAll('.tt-row')].map((row) => row.getBoundingClientRect());
        const covered = rows.some((row) => row.top <= top + 60) && rows.some((row) => row.bottom >= bottom - 1);
        if (!covered) empty.push(`${rows.length} rows at ${list.scrollTop}, step ${step}`);
        most = Math.max(most, document.querySelectorAll('#stage *').length);
      }
      return { empty, most };
    });
    expect(seen.empty).toEqual([]);
    expect(seen.most).toBeLessThan(1000);
  });

  it('shows cards on a phone, and the preview in their place', async () => {
    const page = await open('TicketTriage', { form: 'phone', viewport: { width: 390, height: 844 } });
    expect(await firstRow(page).getAttribute('class')).toContain('tt-cards');
    await firstRow(page).locator('.tt-strong').click();
    await settled(page);
    expect(await page.getByRole('grid').isVisible()).toBe(false);
  });

  it('reads from the right where the language does', async () => {
    const page = await open('TicketTriage', { language: '1037' });
    const [box, title] = await Promise.all([
      firstRow(page).locator('[data-select]').boundingBox(),
      firstRow(page).locator('.tt-strong').boundingBox(),
    ]);
    expect(box?.x ?? 0).toBeGreaterThan(title?.x ?? 0);
  });
});
