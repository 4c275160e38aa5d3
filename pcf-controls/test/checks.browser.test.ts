import type { Page } from 'playwright-core';
import { unnamedControls } from '../../test/browser/unnamed-controls';
import type { Stage } from '../host/stage';
import { callCounts, clippedTexts, describeInBrowser, seriousFindings, tabStops } from './harness';

describeInBrowser('the checks of controls in a browser', (open) => {
  const add = (page: Page, markup: string) =>
    page.evaluate((html) => document.getElementById('control')?.insertAdjacentHTML('beforeend', html), markup);

  it('find what has no name, cannot be read, or is cut off', async () => {
    const page = await open('TicketTriage', { state: 'empty' });
    await add(page, '<button id="nameless"></button><p style="color:#eee;background:#fff">Pale text</p>');
    await add(page, '<p style="width:40px;overflow:hidden;white-space:nowrap">A text that is too long</p>');
    await add(page, '<p title="All of it" style="width:40px;overflow:hidden;white-space:nowrap">All of it is told</p>');
    expect(await unnamedControls(page)).toHaveLength(1);
    expect(await clippedTexts(page)).toEqual([expect.stringContaining('A text that is too long')]);
    const findings = await seriousFindings(page);
    expect(findings).toContainEqual(expect.stringContaining('button-name'));
    expect(findings).toContainEqual(expect.stringContaining('color-contrast'));
  });

  it('find a place that the keyboard cannot leave', async () => {
    const page = await open('TicketTriage', { state: 'empty' });
    await add(page, `<button onfocus="document.querySelector('#control input').focus()">Back</button>`);
    await expect(tabStops(page)).rejects.toThrow('Tab does not leave the control; it is at <');
  });

  it('count what a control asks of its host', async () => {
    const page = await open('TicketTriage', { state: 'empty' });
    await page.evaluate(() => (window.stage as Stage).context.navigation.openUrl('https://example.com/'));
    expect((await callCounts(page))['navigation.openUrl']).toBe(1);
  });

  it('leave the page around a control usable as well', async () => {
    const page = await open('TicketTriage', { state: 'one' });
    await page.evaluate(() => document.body.classList.remove('bare'));
    expect(await unnamedControls(page)).toEqual([]);
    await page.getByLabel('theme').selectOption('dark');
    await page.waitForURL(/theme=dark/);
  });
});
