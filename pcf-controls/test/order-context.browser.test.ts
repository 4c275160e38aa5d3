import type { Page } from 'playwright-core';
import type { Stage } from '../host/stage';
import { callCounts, describeInBrowser, settled, tabStops } from './harness';
import { keepPicture } from './pictures';

/** Goes on by Tab until a control with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab comes to nothing called ${String(name)}`);
}
const focusIsSeen = (page: Page) =>
  page.evaluate(() => {
    const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement as Element);
    const after = getComputedStyle(document.activeElement as Element, '::after');
    const isDrawn = [outlineStyle, after.outlineStyle].some((style) => style !== 'none') || boxShadow !== 'none';
    const { textDecorationLine } = getComputedStyle(document.activeElement as Element);
    return isDrawn || textDecorationLine.includes('underline');
  });
const lastOutput = (page: Page) => page.evaluate(() => (window.stage as Stage).outputs.at(-1));

describeInBrowser('Order Context in a browser', (open) => {
  it('is used by keyboard only: numbers are copied, pages opened, all lines shown', async () => {
    const page = await open('OrderContext', { state: '10000' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tabTo(page, /^Copy order number/);
    expect(await focusIsSeen(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('ORD-12346');

    await tabTo(page, /^Show all 200 items/);
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await page.locator('.OrderContext-lines tbody tr').count()).toBe(200);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Show fewer items');

    await tabTo(page, /^Open the charge/);
    expect(await focusIsSeen(page)).toBe(true);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Track/);
    await page.keyboard.press('Enter');
    expect((await callCounts(page))['navigation.openUrl']).toBe(2);
  });

  it('asks for newer facts once, says what happens, and shows them without losing the focus', async () => {
    const page = await open('OrderContext');
    await tabTo(page, /^Look up again/);
    await page.keyboard.press('Enter');
    await settled(page);
    const output = await lastOutput(page);
    expect(Object.keys(output ?? {})).toEqual(['requestedOn']);
    expect(await page.getByRole('status').allInnerTexts()).toContain('Asked for: save the form, then refresh it');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => (window.stage as Stage).outputs.length)).toBe(1);

    await page.evaluate(() => {
      const { context } = window.stage as Stage;
      const parameters = context.parameters as Record<string, { raw: string }>;
      const { raw = '{}' } = parameters.orderContext ?? {};
      const answered = { ...(JSON.parse(raw) as object), fetched_at: new Date().toISOString() };
      const orderContext = { ...parameters.orderContext, raw: JSON.stringify(answered) };
      context.change({ parameters: { ...parameters, orderContext } });
    });
    await settled(page);
    expect(await page.getByRole('status').allInnerTexts()).toContain('Newer facts have come.');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Look up again');
  });

  it('without the right to the column there is nothing to press, and why is said', async () => {
    const page = await open('OrderContext', { state: 'no-permission' });
    expect(await tabStops(page)).toBe(0);
    expect(await page.getByRole('status').innerText()).toContain('You have no right to see this column.');
  });

  it('fits the narrow column of a form, from right to left as well', async () => {
    for (const language of ['1033', '1037'] as const) {
      const page = await open('OrderContext', { language, viewport: { width: 320, height: 900 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      const [first, second] = await page.locator('.OrderContext-columns > div').all();
      const [upper, lower] = [await first?.boundingBox(), await second?.boundingBox()];
      expect(lower?.y).toBeGreaterThanOrEqual((upper?.y ?? 0) + (upper?.height ?? 0));
      const texts = page.locator('.OrderContext-scans li').first();
      const side = await texts.evaluate((element) => getComputedStyle(element).paddingRight);
      expect(side).toBe(language === '1037' ? '20px' : '0px');
    }
  });

  it('two parcels and a warning, on a phone, on a picture', async () => {
    const page = await open('OrderContext', { form: 'phone', viewport: { width: 390, height: 844 } });
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(5);
    await keepPicture(page, 'OrderContext-phone');
  });
});
