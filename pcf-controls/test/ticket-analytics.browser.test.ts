import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Stage } from '../host/stage';
import { callCounts, describeInBrowser, settled } from './harness';
import { keepPicture } from './pictures';

const chart = (page: Page, name: string) => page.getByRole('slider', { name });
const VOLUME = 'E-mail volume by intent';
const shownPeriod = (page: Page) => page.locator('.TicketAnalytics-choices [role=status]').innerText();

describeInBrowser('Retail Support Analytics in a browser', (open) => {
  it('is read and opened by keyboard only', async () => {
    const page = await open('TicketAnalytics');
    const volume = chart(page, VOLUME);
    await volume.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    expect(await volume.getAttribute('aria-valuetext')).toMatch(/^Monday, February 2, 2026\. Order tracking: \d+$/);
    expect(await page.locator('.TicketAnalytics-reading').innerText()).toContain('Order tracking');
    await page.keyboard.press('Escape');
    expect(await page.locator('.TicketAnalytics-reading').count()).toBe(0);
    await page.keyboard.press('Enter');
    expect(await callCounts(page)).toMatchObject({ 'navigation.openUrl': 1 });
  });

  it('is read by pointing, and a click opens the part that is pointed at', async () => {
    const page = await open('TicketAnalytics');
    const box = await chart(page, VOLUME).boundingBox();
    if (!box) throw new Error('the chart has no place');
    // Just above the ground stands the first intent of the last day.
    const position = { x: box.width - 14, y: box.height - 30 };
    await chart(page, VOLUME).hover({ position });
    expect(await page.locator('.TicketAnalytics-reading').innerText()).toMatch(
      /Sunday, March 1, 2026\s+Order tracking/,
    );
    await chart(page, VOLUME).click({ position });
    const opened = await page.evaluate(() =>
      (window.stage as Stage).calls().filter(({ name }) => name === 'events.OnDrillThrough'),
    );
    expect(opened).toHaveLength(1);
  });

  it('a finger reads first and opens with the second tap', async () => {
    const page = await open('TicketAnalytics', { form: 'tablet' });
    const tap = (type: string) =>
      chart(page, VOLUME).evaluate((element, pointerType) => {
        const { left, bottom } = element.getBoundingClientRect();
        const at = { clientX: left + 200, clientY: bottom - 40, bubbles: true };
        element.dispatchEvent(new PointerEvent('pointerdown', { ...at, pointerType }));
        element.dispatchEvent(new MouseEvent('click', at));
      }, type);
    await tap('touch');
    expect(await page.locator('.TicketAnalytics-reading').count()).toBe(1);
    expect((await callCounts(page))['navigation.openUrl']).toBeUndefined();
    await tap('touch');
    expect((await callCounts(page))['navigation.openUrl']).toBe(1);
  });

  it('a period is drawn with the mouse, moved as a whole and changed at its edges', async () => {
    const page = await open('TicketAnalytics');
    const strip = page.locator('.TicketAnalytics-brush');
    const box = await strip.boundingBox();
    if (!box) throw new Error('the strip has no place');
    const drag = async (from: number, to: number) => {
      await page.mouse.move(box.x + box.width * from, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * ((from + to) / 2), box.y + 20);
      await page.mouse.move(box.x + box.width * to, box.y + 20);
      await page.mouse.up();
      await settled(page);
    };
    const days = async () => {
      const [from = NaN, to = NaN] = (await shownPeriod(page))
        .split(' – ')
        .map((day) => Date.parse(`${day} UTC`) / 86_400_000);
      return { from, to, length: to - from + 1 };
    };
    await drag(0.3, 0.5);
    const drawn = await days();
    expect(drawn.length).toBeGreaterThan(15);
    expect(drawn.length).toBeLessThan(22);
    await drag(0.4, 0.5);
    const moved = await days();
    expect(moved.length).toBe(drawn.length);
    expect(moved.from).toBeGreaterThan(drawn.from + 6);
    const edge = await page.getByRole('slider', { name: 'Last day' }).boundingBox();
    await drag(((edge?.x ?? 0) + 4 - box.x) / box.width, 0.9);
    expect((await days()).from).toBe(moved.from);
    expect((await days()).to).toBeGreaterThan(moved.to);
  });

  it('a chart is downloaded as a file that says what its table shows', async () => {
    const page = await open('TicketAnalytics');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Download as CSV: ${VOLUME}` }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('volume-2026-02-02-2026-03-01.csv');
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    await page.getByRole('button', { name: `Table: ${VOLUME}` }).click();
    const shown = await page.getByRole('region', { name: VOLUME }).locator('tbody tr').allInnerTexts();
    expect(lines[0]).toBe(
      '\ufeffDate,Order tracking,Returns,Product information,Delivery issue,Payment issue,General complaint,Other,Total',
    );
    expect(lines.slice(1, -1)).toEqual(shown.map((line) => line.replace(/,/g, '').replace(/\t/g, ',')));
  });

  it('half a year is fetched with one call at a time, and small enough for a page', async () => {
    const page = await open('TicketAnalytics', { state: '10000' });
    await page.getByRole('button', { name: '90 days' }).click();
    await settled(page);
    const counts = await callCounts(page);
    expect(counts).toMatchObject({ 'dataset.paging.setPageSize': 1, 'dataset.refresh': 1 });
    expect(counts['dataset.paging.loadNextPage']).toBeLessThanOrEqual(4);
    const elements = await page.locator('#control *').count();
    expect(elements).toBeGreaterThan(300);
    expect(elements).toBeLessThan(1000);
  });

  it.each(['light', 'dark'] as const)(
    'all charts beside the period before, in %s colours, on a picture',
    async (theme) => {
      const page = await open('TicketAnalytics', { theme, viewport: { width: 1280, height: 1900 } });
      await page.getByText('Compare with the period before').click();
      await chart(page, VOLUME).focus();
      await page.keyboard.press('ArrowLeft');
      expect(await page.getByRole('slider').count()).toBe(8);
      await keepPicture(page, `TicketAnalytics-charts-${theme}`);
    },
  );
});
