/**
 * The token by which an answer is found again, `[TKT-000123]`; an empty string when the number is missing or is not
 * a ticket number.
 */
export function referenceToken(ticketNumber: string | undefined): string {
  return ticketNumber !== undefined && /^TKT-\d{1,12}$/.test(ticketNumber) ? `[${ticketNumber}]` : '';
}
