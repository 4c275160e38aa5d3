import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath, openBrowser } from '../../test/browser/chromium';
import { type ControlsHost, startControlsHost } from '../../test/browser/controls-host';
import { seriousFindings as seriousFindingsIn } from '../../test/browser/serious-findings';
import type { Stage } from '../host/stage';

/** The moment it is in every browser test. */
export const NOW = new Date('2026-03-02T15:00:00Z');
const ROOT = join(__dirname, '../..');

/** What the page is asked for; the words are those of `host/situation.ts`. */
export interface Asked {
  readonly state?: string;
  readonly language?: string;
  readonly theme?: 'light' | 'dark' | 'high-contrast';
  readonly direction?: 'ltr' | 'rtl';
  readonly form?: 'web' | 'tablet' | 'phone';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** True to move the clock by `page.clock`; otherwise it stands at `NOW` while timers run. */
  readonly ownClock?: boolean;
}

export type OpenControl = (control: string, asked?: Asked) => Promise<Page>;

/**
 * Tests of built controls in a real browser. Each test fails when the control writes an error to the console or asks the
 * network for anything but the files of its page.
 * @param body declares the tests; it gets the function that opens a control, alone on the page
 */
export function describeInBrowser(name: string, body: (open: OpenControl) => void): void {
  if (!chromiumPath) console.log(`"${name}" is skipped: set CHROMIUM_PATH to a Chromium.`);
  (chromiumPath ? describe : describe.skip)(name, () => {
    let host: ControlsHost;
    let browser: Browser;
    let problems: string[] = [];

    beforeAll(async () => {
      host = await startControlsHost(ROOT);
      browser = await openBrowser();
    }, 60_000);
    afterAll(async () => {
      await browser.close();
      await host.close();
    }, 30_000);
    afterEach(async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      const found = problems;
      problems = [];
      expect(found).toEqual([]);
    });

    body(async (control, { viewport = { width: 1280, height: 800 }, ownClock = false, ...situation } = {}) => {
      const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(host.url) && !/^(data|blob):/.test(url)) problems.push(`${control} asked for ${url}`);
      });
      await (ownClock ? page.clock.install({ time: NOW }) : page.clock.setFixedTime(NOW));
      await page.goto(`${host.url}?${new URLSearchParams({ control, bare: '', ...situation }).toString()}`);
      await page.waitForFunction(() => window.stage !== undefined);
      await settled(page);
      return page;
    });
  });
}

/** Waits until the control has been shown everything that was on its way, and no `updateView` follows for a while. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const stage = window.stage as Stage;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let seen = -1, quiet = 0; quiet < 6;) {
      await frame();
      quiet = stage.updates === seen ? quiet + 1 : 0;
      seen = stage.updates;
    }
  });
}

/** How often the control called each function of its host. */
export const callCounts = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => {
    const counts: Record<string, number> = {};
    for (const { name } of (window.stage as Stage).calls()) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  });

/** What axe finds serious or critical in the control: the rule and where. */
export const seriousFindings = (page: Page): Promise<string[]> => seriousFindingsIn(page, '#control');

/** Texts that are cut off without a way to read them in full: a tooltip or a name. */
export const clippedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#control *')]
      .filter((element) => {
        const holdsText = [...element.childNodes].some(
          ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim(),
        );
        const { overflowX, overflowY, position, clipPath } = getComputedStyle(element);
        // Texts for screen readers only are a pixel small on purpose.
        const isForReaders = element.clientWidth <= 1 || (position === 'absolute' && clipPath !== 'none');
        if (!holdsText || isForReaders || element.closest('[title], svg')) return false;
        const isCut = (overflow: string, whole: number, shown: number) =>
          /hidden|clip/.test(overflow) && whole > shown + 1;
        return (
          isCut(overflowX, element.scrollWidth, element.clientWidth) ||
          isCut(overflowY, element.scrollHeight, element.clientHeight)
        );
      })
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.slice(0, 80) ?? ''}`,
      ),
  );

/**
 * Walks through the control by Tab. @returns how many stops there are
 * @throws Error when it cannot be left again
 */
export async function tabStops(page: Page): Promise<number> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let stops = 0; stops < 300; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body)) return stops;
  }
  const where = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  throw new Error(`Tab does not leave the control; it is at ${where ?? 'nothing'}`);
}
