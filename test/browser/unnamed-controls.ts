import type { Page } from 'playwright-core';

/**
 * Everything a visitor can act on that has no accessible name, or an image without an alternative: shown as markup.
 * The names are the browser's own, as a screen reader gets them.
 */
export async function unnamedControls(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AccessibleNode[] };
  await session.detach();
  return nodes
    .filter(({ ignored, role, name }) => !ignored && NEEDS_NAME.has(role?.value ?? '') && !name?.value?.trim())
    .map(({ role, backendDOMNodeId }) => `${role?.value ?? '?'} (node ${backendDOMNodeId ?? '?'})`);
}

interface AccessibleNode {
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  backendDOMNodeId?: number;
}

const NEEDS_NAME = new Set([
  'button',
  'checkbox',
  'radio',
  'combobox',
  'textbox',
  'link',
  'DisclosureTriangle',
  'meter',
  'Iframe',
  'region',
  'image',
  'heading',
]);
