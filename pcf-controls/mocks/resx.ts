/** The texts of a control by language code (LCID) and key. */
export type Texts = Readonly<Record<number, Readonly<Record<string, string>>>>;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The texts of one resx file by key. */
export function readTexts(xml: string): Record<string, string> {
  const withoutComments = xml.replace(/<!--[^]*?-->/g, '');
  const entries = withoutComments.matchAll(/<data\s[^>]*?name="([^"]+)"[^>]*>\s*<value>([^]*?)<\/value>/g);
  return Object.fromEntries([...entries].map(([, key, value]) => [key, unescaped(value ?? '')]));
}

const unescaped = (text: string) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
