import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const PICTURES = join(__dirname, '../../docs/images');

/**
 * Keeps a picture of a page for the documentation, as `docs/images/<name>.png`: when there is none yet, or when
 * RCC_WRITE_PICTURES is set. A test run leaves the others as they are.
 */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const path = join(PICTURES, `${name}.png`);
  if (process.env.RCC_WRITE_PICTURES === undefined && existsSync(path)) return;
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}
