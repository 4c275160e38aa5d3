const ADDRESS = /^[^\s@;,<>"]+@[^\s@;,<>"]+$/;

/**
 * The one address a customer's or an agent's mail goes to. A text that is not plainly one address gives an empty text:
 * mail systems read several addresses out of one text, and nobody else may get the mail.
 */
export const oneAddress = (text: string | null | undefined): string => {
  const address = (text ?? '').trim();
  return ADDRESS.test(address) ? address : '';
};

/** The addresses of a setting that may name several, as Outlook reads them: parted by semicolons. */
export const addressList = (text: string | null | undefined): string =>
  (text ?? '').split(/[;,]/).map(oneAddress).filter(Boolean).join(';');
