import type { Finder } from '../../triage/entities/found';
import { findPersonal } from './personal-data';

const PASSWORD = '(?:pass ?word|passwd|pwd|pass ?phrase|contrase[ñn]a|clave|mot de passe|mdp|passwort|kennwort|senha)';
const IS = '(?:is|was|es|era|est|[ée]tait|ist|war|lautet|lauten)';
/** What people say of a password instead of telling it. */
const ABOUT_IT =
  '(?!(?:not|no|wrong|right|correct|incorrect\\w*|invalid|expired|required|needed|changed|reset|lost|forgotten|gone|weak|broken|too|the|my|always|still|never|being|also|ok|okay|fine|secure|safe|accepted|rejected|refused|locked|blocked|unknown|nicht|falsch|ung[üu]ltig|abgelaufen|weg|mal|caducada|incorrecta|err[óo]nea|expir[ée]|incorrect)(?![\\p{L}\\d]))';
const SECRETS = [
  new RegExp(`(?<!\\p{L})${PASSWORD}(?: ${IS})? ?[:=] ?["'“«]?(?<secret>[^\\s"'”»]{2,63}[^\\s"'”».,;!?])`, 'giu'),
  new RegExp(`(?<!\\p{L})${PASSWORD} ${IS} ["'“«]?${ABOUT_IT}(?<secret>[^\\s"'”»,;]{2,63}[^\\s"'”».,;!?])`, 'giu'),
  // Without a link only what looks like a password: letters and digits in one word.
  new RegExp(
    `(?<!\\p{L})${PASSWORD} (?<secret>(?=[^\\s\\d]{1,40}\\d|\\d{1,40}[^\\s\\d])[^\\s,;]{3,63}[^\\s.,;!?])`,
    'giu',
  ),
];

/** Passwords, next to their name. */
export const findPasswords: Finder = (text) =>
  SECRETS.flatMap((pattern) => findPersonal(text, pattern, (written) => /[\p{L}\d]/u.test(written)));

const LOGIN =
  "(?:log-?in|user ?-?name|user ?id|nombre de usuario|usuario|benutzername|nom d['’]utilisateur|identifiant|nickname|handle|instagram|insta|twitter|tiktok|telegram|skype|facebook|snapchat|discord)";
const USER_NAMES = [
  new RegExp(
    `(?<!\\p{L})${LOGIN}(?: (?:name|id))?(?: ${IS}| ?[:=])[ \\n]?["'“«]?(?<secret>(?=[^\\s\\d._]{0,40}[\\d._])[\\p{L}\\d._-]{2,40}[\\p{L}\\d])`,
    'giu',
  ),
  /(?<![\p{L}\d@._%+-])@[\p{L}][\p{L}\d._]{1,29}/giu,
  /(?<![\p{L}\d])(?:paypal\.me|facebook\.com|fb\.com|instagram\.com|twitter\.com|x\.com|tiktok\.com|linkedin\.com\/in|t\.me|wa\.me|venmo\.com|cash\.app)\/@?[\p{L}\d._-]{2,50}/giu,
];

/** What somebody is called on this or another service. */
export const findUserNames: Finder = (text) => USER_NAMES.flatMap((pattern) => findPersonal(text, pattern));
