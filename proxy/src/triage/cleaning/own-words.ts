import { confidentialityNoticeStart } from './confidentiality-notice';
import { quotedTailStart } from './quoted-tail';
import { signatureStart } from './signature-start';

const QUOTED_LINE = /^\s{0,8}(?:>|\|\s)/;

function withoutOuterBlanks(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (const raw of lines) {
    const line = raw.replace(/ {2,}/g, ' ').trim();
    if (line !== '' || (kept.length > 0 && kept[kept.length - 1] !== '')) kept.push(line);
  }
  while (kept.length > 0 && kept[kept.length - 1] === '') kept.pop();
  return kept;
}

/**
 * Leaves the lines the writer of a mail wrote: without quoted lines, the answered or forwarded message, the signature and
 * the confidentiality notice. When only a signature would remain it stays ("Thanks!" can be all a customer says).
 */
export function ownWords(lines: readonly string[]): string[] {
  let kept = withoutOuterBlanks(lines.slice(0, quotedTailStart(lines)).filter((line) => !QUOTED_LINE.test(line)));
  for (;;) {
    const end = Math.min(quotedTailStart(kept), confidentialityNoticeStart(kept), signatureStart(kept));
    const shorter = withoutOuterBlanks(kept.slice(0, end));
    if (shorter.length === 0 || shorter.length === kept.length) return kept;
    kept = shorter;
  }
}
