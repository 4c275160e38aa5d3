/** A run of words; strong ones stand out. */
export interface Span {
  readonly text: string;
  readonly isStrong: boolean;
}

/** A line of a text: an item of a list, or a paragraph. */
export interface Line {
  readonly isItem: boolean;
  readonly spans: readonly Span[];
}

const ITEM = /^[-*] +/;
/** `\*` is a star, as CommonMark has it for all ASCII punctuation; `**` begins and ends what is strong. */
const MARK = /\\([!-/:-@[-`{-~])|\*\*/g;

/**
 * Reads the part of Markdown that details of approvals are written in: items of lists, strong words, escaped characters.
 * Whatever else Markdown knows, links and HTML above all, stays the text it is.
 */
export function readMarkdown(markdown: string): Line[] {
  return markdown
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ isItem: ITEM.test(line), spans: spansOf(line.replace(ITEM, '')) }));
}

function spansOf(line: string): Span[] {
  const spans: Span[] = [];
  let text = '';
  let isStrong = false;
  let from = 0;
  const end = (): void => {
    if (text !== '') spans.push({ text, isStrong });
    text = '';
  };
  for (const mark of line.matchAll(MARK)) {
    text += line.slice(from, mark.index) + (mark[1] ?? '');
    from = mark.index + mark[0].length;
    if (mark[1] !== undefined) continue;
    end();
    isStrong = !isStrong;
  }
  text += line.slice(from);
  end();
  return spans;
}
