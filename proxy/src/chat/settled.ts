const either = (...alternatives: string[]): string => `(?:${alternatives.join('|')})`;

/** Words as a whole, wherever they stand. */
const words = (alternatives: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}'])(?:${alternatives})(?![\p{L}\p{N}'])`, 'giu');

const MATTER = either('problem', 'issue', 'question', 'matter', 'questions', 'problems', 'issues');
const MY_MATTER = `${either('my', 'the', 'all my', 'this')} ${MATTER}`;
const DONE = either('solved', 'resolved', 'fixed', 'settled', 'sorted out', 'sorted', 'answered', 'cleared up');
const WHAT = either('that', 'this', 'it', 'everything', MY_MATTER);

const ASUNTO = either('problema', 'asunto', 'tema', 'duda', 'pregunta', 'incidencia');
const HECHO = either('resuelt[oa]', 'solucionad[oa]', 'arreglad[oa]', 'aclarad[oa]');
const HIZO = either('resuelve', 'resolvió', 'soluciona', 'solucionó', 'arregla', 'arregló', `ha ${HECHO}`);

/** Complete statements only: a bare "solved" may be the half of "not solved". */
const CONFIRMATIONS = [
  `${either('that', 'this', 'it', 'you', 'your answer')}${either('', ' has', ' have', "'ve", "'s")} ${DONE} ${WHAT}`,
  `that answers ${either('it', MY_MATTER)}`,
  `${WHAT}${either(' is', "'s", ' has been', ' was')}${either('', ' now', ' all', ' already', ' finally')} ${DONE}`,
  `${MATTER} ${DONE}`,
  'that worked|that did it|that did the trick',
  `${either('that', 'it', 'everything')} works${either(' now', ' again', '')}`,
  `all ${either(DONE, 'set', 'good')}`,
  `${either('you can', 'you may', 'please')}${either('', ' now')} close ${either('it', 'my', 'the', 'this')}${either(' ticket', ' case', ' request', ' chat', '')}`,
  `${either('está', 'esta', 'queda', 'quedó', 'ha quedado')}${either('', ' ya', ' todo')} ${HECHO}`,
  `${ASUNTO} ${HECHO}`,
  `todo ${either(HECHO, 'claro', 'en orden')}`,
  `eso${either('', ' me')}${either(' lo', '')} ${HIZO}${either(' todo', ` ${either('el', 'mi')} ${ASUNTO}`, '')}`,
  `eso responde${either('', ' a')} mi ${ASUNTO}`,
  `${either('ya', 'ahora sí', 'ahora si')} funciona`,
  'eso funcionó|eso ha funcionado',
  `${either('puede', 'pueden')} cerrar ${either('el', 'mi', 'este', 'la', 'esta')} ${either('caso', 'ticket', 'consulta', 'solicitud')}`,
].join('|');

/** Besides the courtesies of any chat. */
const BESIDE = [
  'yes|yep|now|finally|awesome|wonderful|excellent|brilliant|for everything',
  `for ${either('your', 'the', 'all your')}${either('', ' quick', ' kind')} help`,
  `have a ${either('nice', 'good', 'great')} ${either('day', 'evening', 'weekend')}`,
  'sí|si|ya|con eso|con esto|el|mi|la|por todo|muy amable|que tenga un buen día',
  `por ${either('su', 'la', 'tu')} ayuda`,
].join('|');

const CONFIRMATION = words(CONFIRMATIONS);

/**
 * Whether a message says that the matter is settled, and nothing else: whoever adds "but" still wants something, a question
 * is one, and what is not understood is left to the triage.
 * @param courtesies the alternatives of a pattern: thanks, greetings and the like, which change nothing
 */
export function saysSettled(text: string, courtesies: string): boolean {
  if (text.includes('?')) return false;
  const rest = text.replace(CONFIRMATION, ' ');
  if (rest === text) return false;
  const left = rest.replace(words(`${courtesies}|${BESIDE}`), ' ').replace(/^[\s\p{P}]*no(?=[\s\p{P}])/iu, ' ');
  return !/[\p{L}\p{N}]/u.test(left);
}
