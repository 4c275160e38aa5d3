/**
 * What tells of a matter: it is told when one sentence holds every part of one of its forms, in any order. A form of one
 * part is a phrase that needs nothing else.
 */
export type Matter = readonly (readonly RegExp[])[];

export const isTold = (matter: Matter, sentences: readonly string[]): boolean =>
  sentences.some((sentence) => matter.some((form) => form.every((part) => part.test(sentence))));
