/** Text as it may stand in SVG. */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** How many series have a look of their own. */
export const LOOKS = 4;

const LIGHT = { page: '#ffffff', ink: '#1f2430', quiet: '#5b6472', grid: '#dfe3e8', cell: '#1f5fbf' };
const DARK = { page: '#14181f', ink: '#e6e9ef', quiet: '#a3acba', grid: '#353c48', cell: '#6ea8ff' };
const LIGHT_SERIES = ['#1f5fbf', '#b4540a', '#2e7d32', '#7b3fa0'];
const DARK_SERIES = ['#7db0ff', '#f0a35e', '#7fce83', '#cf9df0'];

const rules = (colours: typeof LIGHT, series: readonly string[]): string =>
  [
    `.page{fill:${colours.page}}.ink{fill:${colours.ink}}.quiet{fill:${colours.quiet}}.cell{fill:${colours.cell}}`,
    `.grid{stroke:${colours.grid}}.axis{stroke:${colours.quiet}}`,
    ...series.map((colour, i) => `.fill${i}{fill:${colour}}.line${i}{stroke:${colour}}`),
  ].join('');

export interface Drawing {
  title: string;
  /** What the picture shows, for those who cannot see it. */
  description: string;
  width: number;
  height: number;
  body: readonly string[];
}

/** A whole picture; its colours follow the reader's light or dark theme. */
export function svgOf({ title, description, width, height, body }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="12">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<style>${rules(LIGHT, LIGHT_SERIES)}@media (prefers-color-scheme: dark){${rules(DARK, DARK_SERIES)}}</style>`,
    `<rect class="page" width="${width}" height="${height}" rx="6"/>`,
    textAt(16, 26, title, { size: 15, bold: true }),
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

/** To a tenth of a pixel, so that equal pictures are equal files. */
export const at = (n: number): string => String(Math.round(n * 10) / 10);

export interface TextLook {
  size?: number;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  className?: string;
  /** Degrees, around the place of the text. */
  turn?: number;
}

export function textAt(x: number, y: number, words: string, look: TextLook = {}): string {
  const { size = 12, bold = false, anchor = 'start', className = 'ink', turn = 0 } = look;
  const turned = turn === 0 ? '' : ` transform="rotate(${turn} ${at(x)} ${at(y)})"`;
  const weight = bold ? ' font-weight="600"' : '';
  return `<text class="${className}" x="${at(x)}" y="${at(y)}" font-size="${size}"${weight} text-anchor="${anchor}"${turned}>${escaped(words)}</text>`;
}

export const lineAt = (x1: number, y1: number, x2: number, y2: number, className: string, more = ''): string =>
  `<line class="${className}" x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}"${more}/>`;

/** Names the series below the title, each with its colour. */
export function legend(labels: readonly string[], x: number, y: number): string[] {
  let from = x;
  return labels.flatMap((label, i) => {
    const parts = [
      `<rect class="fill${i % LOOKS}" x="${at(from)}" y="${at(y - 9)}" width="10" height="10" rx="2"/>`,
      textAt(from + 15, y, label, { className: 'quiet' }),
    ];
    from += 34 + label.length * 6.3;
    return parts;
  });
}
