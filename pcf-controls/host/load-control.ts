import { readTexts, type Texts } from '../mocks/resx';
import { type Manifest, readManifest } from './manifest';
import type { Control } from './stage';

/** A built control, ready to be put on a stage. */
export interface LoadedControl {
  readonly manifest: Manifest;
  readonly texts: Texts;
  readonly Constructor: new () => Control;
}

async function textOf(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} is not there. Build the controls with: npm run controls`);
  return response.text();
}

/** Puts an element into the page's head. @returns when its file is loaded @throws Error when it cannot be */
const loaded = (element: HTMLLinkElement | HTMLScriptElement, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => reject(new Error(`${path} cannot be loaded.`)));
    document.head.append(element);
  });

/**
 * Loads a built control from `/controls/<name>` as the platform does: its manifest, texts, styles, then its bundle.
 * One at a time, and each once for a page.
 * @throws Error naming the file that is not there
 */
export async function loadControl(name: string): Promise<LoadedControl> {
  const folder = `/controls/${name}`;
  const manifest = readManifest(await textOf(`${folder}/ControlManifest.xml`));
  const texts = await Promise.all(
    manifest.resx.map(async (path) => [/\.(\d+)\.resx$/.exec(path)?.[1], readTexts(await textOf(`${folder}/${path}`))]),
  );
  for (const path of manifest.css) {
    const href = `${folder}/${path}`;
    await loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }), href);
  }
  let Constructor: LoadedControl['Constructor'] | undefined;
  const registerControl = (registered: string, made: LoadedControl['Constructor']) => {
    if (registered === manifest.registeredName) Constructor = made;
  };
  Object.assign(window, { ComponentFramework: { registerControl } });
  const src = `${folder}/bundle.js`;
  await loaded(Object.assign(document.createElement('script'), { src }), src);
  if (Constructor === undefined) throw new Error(`${src} registers no ${manifest.registeredName}.`);
  return { manifest, texts: Object.fromEntries(texts) as Texts, Constructor };
}
