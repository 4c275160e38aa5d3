import isEmail from 'validator/lib/isEmail';
import { type Finder, findAll } from './found';

const CANDIDATE = /(?<![\w.%+-])[\w.%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/gi;

/** E-mail addresses, in lower case. */
export const findEmailAddresses: Finder = (text) =>
  findAll(text, CANDIDATE, (match) => (isEmail(match[0]) ? match[0].toLowerCase() : null));
