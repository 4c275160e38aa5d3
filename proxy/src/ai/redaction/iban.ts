import { findBankAccounts } from '../../triage/entities/bank-accounts';

/** A mistyped account number is one still: country, check digits, then almost only digits, perhaps in groups. */
const MISTYPED = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z]{4})?(?:[ -]?\d){10,26}(?![\p{L}\d])/giu;

/** Replaces international bank account numbers (ISO 13616), also mistyped ones. Words behind the number stay. */
export function redactIbans(text: string, mask: string): string {
  const found = findBankAccounts(text);
  let rest = '';
  let from = 0;
  for (const { start, end } of found) {
    rest += text.slice(from, start) + mask;
    from = end;
  }
  return (rest + text.slice(from)).replace(MISTYPED, mask);
}
