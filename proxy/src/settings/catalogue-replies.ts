import { REPLY_TONES } from '../replies/reply-wording';
import { oneOf, signatures, text } from './kinds';
import { optional, withDefault } from './setting';

export const repliesCatalogue = {
  REPLY_TONE: withDefault({
    meaning:
      'How customers are addressed in replies and in the chat; in Spanish formal says usted and friendly says tú.',
    example: 'friendly',
    fallback: 'formal',
    parse: oneOf(...REPLY_TONES),
  }),
  SHOP_NAME: optional({
    meaning: 'The name of the shop, told below the signature of replies.',
    example: 'Trail & Co',
    parse: text,
  }),
  REPLY_SIGNATURE: optional({
    meaning:
      'The last lines of replies by language (en, es, fr, de), separated by semicolons, with \\n for a new line; the usual ones with SHOP_NAME for a language left out.',
    example: 'en=Kind regards,\\nYour team at Trail & Co;es=Un saludo,\\nEl equipo de Trail & Co',
    parse: signatures,
  }),
};
