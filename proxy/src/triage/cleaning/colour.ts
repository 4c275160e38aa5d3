type Colour = readonly [red: number, green: number, blue: number];

const NAMED: Readonly<Record<string, Colour>> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  whitesmoke: [245, 245, 245],
  ghostwhite: [248, 248, 255],
  black: [0, 0, 0],
};

export const WHITE = 'white';

/** Reads a CSS colour; null for one that is not understood. */
function readColour(text: string): Colour | null {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  const decimal = /^rgba?\((\d{1,3})[, ]+(\d{1,3})[, ]+(\d{1,3})/i.exec(text);
  const channels = (found: RegExpExecArray, read: (digits: string) => number): Colour => [
    read(found[1] ?? ''),
    read(found[2] ?? ''),
    read(found[3] ?? ''),
  ];
  if (short) return channels(short, (digit) => parseInt(digit + digit, 16));
  if (long) return channels(long, (digits) => parseInt(digits, 16));
  if (decimal) return channels(decimal, Number);
  return NAMED[text] ?? null;
}

/** How far two colours may differ in every channel, of 255, and still not be told apart by a reader. */
const TOO_NEAR = 16;

/** Whether nobody can read text of this colour on this background. Colours that are not understood can be read. */
export function isUnreadable(text: string, background: string): boolean {
  if (/^transparent$|^rgba\(.*[, ]0(?:\.0\d*)?\)$/.test(text)) return true;
  const [ink, paper] = [readColour(text), readColour(background)];
  return ink !== null && paper !== null && ink.every((channel, i) => Math.abs(channel - (paper[i] ?? 0)) <= TOO_NEAR);
}
