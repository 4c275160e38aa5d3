/**
 * Takes out `<!-- … -->`, where text is often hidden from the reader. A comment that is never closed hides everything
 * after it, as it does in a browser. Walks the text once, so that many openings cannot make it slow.
 */
export function dropHtmlComments(text: string): { visible: string; comments: string[] } {
  const comments: string[] = [];
  let from = 0;
  let visible = '';
  for (;;) {
    const open = text.indexOf('<!--', from);
    if (open < 0) return { visible: visible + text.slice(from), comments };
    visible += text.slice(from, open);
    const close = text.indexOf('-->', open + 4);
    comments.push(text.slice(open + 4, close < 0 ? undefined : close));
    if (close < 0) return { visible, comments };
    from = close + 3;
  }
}
