/**
 * Takes out `<!-- … -->`, where text is often hidden from the reader. A comment that is never closed hides everything
 * after it, as it does in a browser. Walks the text once, so that many openings cannot make it slow.
 */
export function dropHtmlComments(text: string): string {
  let from = 0;
  let kept = '';
  for (;;) {
    const open = text.indexOf('<!--', from);
    if (open < 0) return kept + text.slice(from);
    kept += text.slice(from, open);
    const close = text.indexOf('-->', open + 4);
    if (close < 0) return kept;
    from = close + 3;
  }
}
