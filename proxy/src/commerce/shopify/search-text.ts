/** Quotes user text for the shop's search syntax. */
export const quoted = (text: string): string => `"${text.replace(/["\\:]/g, '\\$&')}"`;
