import type { TemplateInput } from './template';

/** The first sentences of a reply that hands the matter to a person: an upset customer is taken seriously, and nothing is admitted. */
export const opening = ({ isUpset, words, say }: TemplateInput): string => (isUpset ? words.serious : say.thanks);
