import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unnamedControls } from '../../test/browser/unnamed-controls';
import { CHOICES } from '../host/situation';
import type { Stage } from '../host/stage';
import { clippedTexts, describeInBrowser, seriousFindings, settled, tabStops } from './harness';
import { keepPicture } from './pictures';

const ROOM = join(__dirname, '..');
const { controlsOf } = jest.requireActual<{ controlsOf(folder: string): string[] }>('../build.js');
const CONTROLS = controlsOf(ROOM);
const EACH = CONTROLS.flatMap((control) => CHOICES.state.map((state) => [control, state] as const));

describeInBrowser('the controls in a browser', (open) => {
  it.each(EACH)('%s, %s: everything has a name and can be read, light and dark', async (control, state) => {
    const page = await open(control, { state });
    expect((await page.locator('#control').innerText()).trim()).not.toBe('');
    expect(await unnamedControls(page)).toEqual([]);
    expect(await clippedTexts(page)).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
    await page.evaluate(() => (window.stage as Stage).context.change({ theme: 'dark' }));
    await settled(page);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it.each(CONTROLS)('%s: Tab goes through it and out again', async (control) => {
    expect(await tabStops(await open(control))).toBeGreaterThan(0);
  });

  it.each(CONTROLS.flatMap((control) => ['3082', '1037'].map((language) => [control, language] as const)))(
    '%s: fits a phone and is readable, in the language %s',
    async (control, language) => {
      const viewport = { width: 390, height: 844 };
      const page = await open(control, { form: 'phone', language, viewport });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
      expect(await clippedTexts(page)).toEqual([]);
      expect(await seriousFindings(page)).toEqual([]);
    },
  );

  it.each(CONTROLS)('%s: can be used at twice the size', async (control) => {
    // A browser at 200 % has half the pixels of the window.
    const viewport = { width: 640, height: 400 };
    const page = await open(control, { viewport });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    expect(await clippedTexts(page)).toEqual([]);
  });

  it.each(CONTROLS)('%s: does nothing more when nothing has changed', async (control) => {
    const page = await open(control);
    const again = await page.evaluate(() => {
      const stage = window.stage as Stage;
      const before = stage.calls().length;
      const markup = document.getElementById('control')?.innerHTML;
      for (let round = 0; round < 50; round += 1) stage.update();
      return { calls: stage.calls().length - before, same: document.getElementById('control')?.innerHTML === markup };
    });
    expect(again).toEqual({ calls: 0, same: true });
  });

  it.each(CONTROLS)('%s: has pictures, light and dark, and its README shows one', async (control) => {
    for (const theme of ['light', 'dark'] as const) {
      const page = await open(control, { theme });
      await keepPicture(page, `${control}-${theme}`);
    }
    const readme = readFileSync(join(ROOM, control, 'README.md'), 'utf8');
    expect(readme).toContain(`docs/images/${control}-light.png`);
  });
});
