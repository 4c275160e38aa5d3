const OPENING =
  /^\W{0,4}(?:this (?:e-?mail|message|communication|transmission)|confidentiality|disclaimer|legal notice|important notice|the (?:information|contents?) (?:contained )?(?:in|of) this|diese (?:e-?mail|nachricht)|ce (?:message|courriel|mail|courrier)|este (?:mensaje|correo|e-?mail)|if you (?:are not|have received this))\b/i;
const PROOF =
  /confidential|privileged|intended (?:only|solely|recipient|for)|addressee|vertraulich|confidentiel|confidencial|received this (?:e-?mail|message|communication) in error|destinataire|destinatario/i;

/** Longest notice looked at, in lines. */
const LINES = 8;

/** Index of the first line of a confidentiality notice at the foot of a mail, or `lines.length` when there is none. */
export function confidentialityNoticeStart(lines: readonly string[]): number {
  for (let i = 0; i < lines.length; i += 1) {
    if (!OPENING.test((lines[i] ?? '').slice(0, 120))) continue;
    const blank = lines.indexOf('', i);
    const paragraph = lines.slice(i, Math.min(i + LINES, blank < 0 ? lines.length : blank));
    if (PROOF.test(paragraph.join(' ').slice(0, 1500))) return i;
  }
  return lines.length;
}
