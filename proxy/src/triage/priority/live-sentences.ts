/** Words by which a question tells of something that happened, instead of asking about a product or a rule. */
const LIVED = new RegExp(
  String.raw`\b(?:${[
    // English
    'why|how come|who (?:\\w+ )?(?:logged|used|using|ordered|signed|took|changed|bought)',
    '(?:i|we) (?:was|were|am being|are being|have|had|got|see|saw|found|did|never|only|just|noticed|received|cant)|ive|weve|im (?:being|still|getting)|am i (?:still |being )+\\w+',
    'you (?:charged|took|billed|debited|sold|guys|have|keep|people)|youve|have you \\w+ed|did you (?:just )?(?:charge|take|bill)',
    'my (?:\\w+ )?\\w+ (?:was|were|has|have|had|got|is being|is still|is gone)|mine (?:has|is|was|got)|(?:burned|burnt|hurt|cut|bit) (?:me|my)',
    '(?:do|must|shall|should|will) i (?:really )?(?:have|need|get|call|contact|go|sue|involve)|normal that|(?:is )?(?:this|that|it) (?:normal|ok|okay|safe to go on)|possible that (?:i|someone|somebody|my)',
    // Spanish
    'por que|quien|me (?:han|habeis|ha|cobraron|cargaron|aparec\\w+|salen?|figura)|he|hemos|siguen|mi \\w+ (?:ha|se|fue|esta)|no fui|tengo que',
    // French
    'personne|pourquoi|qui (?:a|s est)|j ai|je (?:vois|n ai|constate)|vous (?:avez|m avez|continuez)|(?:on )?m a|m ont|(?:mon|ma) \\w+ (?:a|est)|faut il que je',
    // German
    'niemand|warum|wieso|weshalb|wer (?:hat|ist)|mir (?:wurde|ist)|wurde mir|ich (?:habe|hab|sehe|bin|bekam)|mein\\w* \\w+ (?:wurde|ist|hat)|habt ihr|ihr habt|sie haben|haben sie mir|muss ich',
  ].join('|')})\b`,
);

/** How a question begins whose sign was left out. */
const ASKING =
  /^(?:and |so |but |hi |hello |also )?(?:does|do (?:you|they|these|i)|is (?:it|this|that|the|there|your)|are (?:the|these|they|there|your)|will (?:it|this|the|i)|can (?:it|this|i|you|the)|could (?:it|this|i)|would (?:it|this)|how (?:do|does|can|hot|safe|often|many|much)|what if|what happens|which|has anyone|in case)\b/;

/** What is only supposed, or was another shop's. */
const SUPPOSED =
  /\b(?:what if|in case|supposing|if (?:it|this|that|they|something|anything|someone|somebody|anyone|one|a \w+|i (?:get|am|were))|y si|en caso de que|si (?:se|algo|alguien|me cobran)|et si|au cas ou|s il|si (?:quelqu un|elle)|was,? wenn|falls|wenn (?:es|etwas|jemand|er|sie))\b[^,;.?!]{0,200}/g;
const ELSEWHERE =
  /\b(?:(?:from|of|at|by) (?:another|a different|some other) (?:shop|store|brand|company|seller|maker)|(?:de |en |a )?otra tienda|otra marca|(?:d |chez )une autre (?:boutique|marque|enseigne)|(?:von|bei) einem anderen (?:laden|shop|handler|hersteller)|anderer hersteller)\b/;

/**
 * The sentences that tell of something that is or has been so: without questions about a product or
 * a rule, without what is only supposed, and without what happened elsewhere. Threats may stand under a condition, so
 * `threats` keeps it.
 */
export function liveSentences(sentences: readonly string[]): { told: string[]; threats: string[] } {
  const told: string[] = [];
  const threats: string[] = [];
  for (const sentence of sentences) {
    const isQuestion = sentence.endsWith('?') || ASKING.test(sentence);
    if ((isQuestion && !LIVED.test(sentence)) || ELSEWHERE.test(sentence)) continue;
    threats.push(sentence);
    told.push(sentence.replace(SUPPOSED, ' '));
  }
  return { told, threats };
}
