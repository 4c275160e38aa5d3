import type { Page } from 'playwright-core';
import type { Stage } from '../host/stage';
import { callCounts, clippedTexts, describeInBrowser, seriousFindings, settled } from './harness';
import { keepPicture } from './pictures';

/** Tickets of the sample queue, by their line: one of somebody else's with a suggested reply, and the one after it. */
const LINE = 1;
const NUMBER = 'TKT-000002';
const NEXT = 'TKT-000003';

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
};
const onLine = async (page: Page, line: number): Promise<void> => {
  await page.locator(`[data-line="${line}"]`).focus();
  await settled(page);
};
/** Time passes, and what it brings is shown. */
async function pass(page: Page, milliseconds: number): Promise<void> {
  await page.clock.runFor(milliseconds);
  await settled(page);
}
const preview = (page: Page) => page.getByRole('complementary');
const replyBox = (page: Page) => page.getByRole('textbox', { name: /reply/ });
const notices = (page: Page) => page.getByRole('region', { name: 'Actions on their way' });
/** Messages an agent has queued since the page was opened. */
const queued = (page: Page) =>
  page.evaluate(() =>
    (window.stage as Stage).scene.webApi
      .rows('rcc_message')
      .filter((row) => row.rcc_status === 727000001)
      .map((row) => row.rcc_body),
  );

describeInBrowser('A reply in Ticket Triage', (open) => {
  it('is written, sent and seen in the conversation, by keyboard alone', async () => {
    const page = await open('TicketTriage', { ownClock: true });
    await onLine(page, LINE);
    await press(page, 'r');
    await pass(page, 1000);
    expect(await preview(page).innerText()).toContain(NUMBER);
    expect(await replyBox(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await replyBox(page).inputValue()).toContain('thank you for your message about order');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('It will be there tomorrow.');
    const before = (await callCounts(page))['dataset.refresh'] ?? 0;
    await press(page, 'Control+Enter');

    // The next ticket is there, and the list has the focus.
    expect(await preview(page).innerText()).toContain(NEXT);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-line'))).toBe(String(LINE + 1));
    expect(await notices(page).innerText()).toContain(`Reply being sent: ${NUMBER}`);
    await pass(page, 5000);
    expect([await queued(page), await notices(page).innerText()]).toEqual([[], expect.stringContaining('5 s')]);

    await pass(page, 6000);
    expect(await queued(page)).toEqual(['It will be there tomorrow.']);
    expect(((await callCounts(page))['dataset.refresh'] ?? 0) - before).toBe(1);
    await press(page, 'k');
    await pass(page, 1000);
    expect(await preview(page).innerText()).toMatch(/On its way[\s\S]*It will be there tomorrow\./);
    expect(await replyBox(page).inputValue()).toBe('');
  });

  it('is taken back by Ctrl+Z and stays in its box', async () => {
    const page = await open('TicketTriage', { ownClock: true });
    await onLine(page, LINE);
    await press(page, 'r');
    await page.keyboard.press('End');
    await page.keyboard.type('PS ');
    await press(page, 'Control+Enter', 'Control+z');
    await pass(page, 20_000);
    expect(await queued(page)).toEqual([]);
    await press(page, 'k');
    expect(await replyBox(page).inputValue()).toContain('PS ');
  });

  it('is in sight with its button, whatever the height, and everything else can be reached', async () => {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 640, height: 400 },
      { width: 390, height: 844 },
    ]) {
      const page = await open('TicketTriage', { viewport, form: viewport.width < 600 ? 'phone' : 'web' });
      await page.locator(`[data-line="${LINE}"]`).click();
      await page.getByText('I ordered last week').waitFor();
      const send = page.getByRole('button', { name: 'Send', exact: true });
      await send.scrollIntoViewIfNeeded();
      const [button, control] = await Promise.all([send.boundingBox(), page.locator('.tt').boundingBox()]);
      expect(button!.y + button!.height).toBeLessThanOrEqual(control!.y + control!.height);
      expect(await clippedTexts(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    }
  });

  it.each(['light', 'dark', 'high-contrast'] as const)('has no serious finding in its pane, %s', async (theme) => {
    const page = await open('TicketTriage', { theme });
    await page.locator(`[data-line="${LINE}"]`).click();
    await page.getByText('I ordered last week').waitFor();
    if (theme !== 'high-contrast') await keepPicture(page, `TicketTriage-reply-${theme}`);
    await page.getByText('Rests on facts').click();
    await page.getByRole('button', { name: 'Resolve' }).click();
    await settled(page);
    expect(await seriousFindings(page)).toEqual([]);
  });
});

describeInBrowser('Actions on many tickets in Ticket Triage', (open) => {
  it('are listed, confirmed, counted down and written, and the focus comes back to the list', async () => {
    const page = await open('TicketTriage', { ownClock: true });
    await onLine(page, 0);
    for (let ticket = 0; ticket < 6; ticket += 1) await press(page, 'x', 'j');
    await press(page, 's');
    await pass(page, 500);
    await page.getByRole('button', { name: /^Tomorrow morning/ }).click();
    await pass(page, 500);
    const dialog = page.getByRole('alertdialog');
    expect(await dialog.getByRole('listitem').count()).toBe(6);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Yes, 6 tickets' }).click();
    await pass(page, 500);
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-line'))).toBe(true);
    await pass(page, 12_000);
    expect(await notices(page).innerText()).toContain('Snoozed until');
    const snoozed = await page.evaluate(
      () => (window.stage as Stage).scene.webApi.calls.filter(({ name }) => name === 'updateRecord').length,
    );
    expect(snoozed).toBe(6);
    await pass(page, 7000);
    expect(await notices(page).count()).toBe(0);
  });
});
