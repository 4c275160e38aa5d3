import { confidentialityNoticeStart } from './confidentiality-notice';
import { isFurniture } from './mail-furniture';
import { withoutQuotations } from './quotations';
import { signatureStart } from './signature-start';

function withoutOuterBlanks(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (const line of lines) if (line !== '' || (kept.length > 0 && kept[kept.length - 1] !== '')) kept.push(line);
  // A row of signs at the end divided the text from what is gone.
  while (kept.length > 0 && /^[-_=*~–—]*$/.test(kept[kept.length - 1] ?? '')) kept.pop();
  return kept;
}

/**
 * Leaves the lines the writer of a mail wrote: without quoted lines, the answered or forwarded message, what mail programs
 * add, the signature and the confidentiality notice. When only a signature would remain it stays ("Thanks!" can be all a
 * customer says).
 * @param lines trimmed
 */
export function ownWords(lines: readonly string[]): string[] {
  let kept = withoutOuterBlanks(withoutQuotations(lines).filter((line) => !isFurniture(line)));
  for (;;) {
    const shorter = withoutOuterBlanks(kept.slice(0, Math.min(confidentialityNoticeStart(kept), signatureStart(kept))));
    if (shorter.length === 0 || shorter.length === kept.length) return kept;
    kept = shorter;
  }
}
