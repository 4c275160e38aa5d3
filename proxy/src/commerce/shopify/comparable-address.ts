/**
 * An address as two of them are compared: only the letters A to Z lose their case. Lower-casing all of Unicode would
 * make one mailbox out of two, because some foreign letters have a Latin one as their small form (the Kelvin sign is
 * one). Dots and `+` stay: only the provider of a mailbox knows whether they mean the same one.
 */
export const comparableAddress = (address: string): string =>
  address.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
