const OPENING =
  /^\W{0,4}(?:this (?:e-?mail|message|communication|transmission)|confidentiality|disclaimer|legal notice|important notice|the (?:information|contents?) (?:contained )?(?:in|of) this|diese (?:e-?mail|nachricht)|ce (?:message|courriel|mail|courrier)|este (?:mensaje|correo|e-?mail)|if you (?:are not|have received this))\b/i;
const PROOF =
  /confidential|privileged|intended (?:only|solely|recipient|for)|addressee|vertraulich|confidentiel|confidencial|received this (?:e-?mail|message|communication) in error|destinataire|destinatario/i;

/** Index of the first line of a confidentiality notice at the foot of a mail, or `lines.length` when there is none. */
export function confidentialityNoticeStart(lines: readonly string[]): number {
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (
      OPENING.test(line.slice(0, 120)) &&
      PROOF.test(
        lines
          .slice(i, i + 6)
          .join(' ')
          .slice(0, 1500),
      )
    )
      return i;
  }
  return lines.length;
}
