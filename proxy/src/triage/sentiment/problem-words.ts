/** Words that tell a problem in a shop; each lowers the score. Folded text. */
export const PROBLEM_WORDS =
  /\b(?:late|delay(?:ed|s)?|overdue|lost|missing|broken|broke|damaged|cracked|smashed|faulty|defective|wrong|incorrect|twice|double|duplicate|(?:three|3|four|several|multiple) times|no \w+ in sight|still (?:waiting|not|no|havent|hasnt|nothing)|never|nobody|no one|rude|cancel+ed|cancell?ed flight|stuck|hours|hold|on hold|waiting|waited|unacceptable|worst|terrible|awful|horrible|appalling|ridiculous|disappoint\w*|fail(?:ed|s|ure|ing)?|refus\w*|ignored?|scam\w*|fraud\w*|unauthori[sz]ed|hacked|overcharg\w*|useless|poor|joke|furious|angry|frustrat\w*|annoy\w*|dishonest|soaked|leak\w*|ruined|dirty|stolen|stole|unhappy|complaint|not (?:happy|working|good|acceptable|fair|ok|okay|impressed|received|arrived)|doesnt work|didnt (?:work|arrive|come|receive|get)|hasnt (?:arrived|come)|havent (?:received|got|heard)|wont|cant believe|no (?:response|reply|answer|help|sign)|second (?:time|email|mail)|third (?:time|email|mail)|again and again|weeks? (?:since|ago|late)|sucks?|fix (?:it|this)|pissed|wtf|disgust\w*|rubbish|shame\w*|fed up)\b/g;

/** Praise that is meant: politeness such as "thanks" or "please help" does not count. */
export const PRAISE_WORDS =
  /\b(?:thank(?:s| you) (?:so|very) much|thank(?:s| you) for (?:the (?:great|good|quick|fast|help|amazing|awesome)|your help|helping|all|being)|great|love|loved|loving|excellent|awesome|amazing|fantastic|wonderful|perfect|best|brilliant|superb|outstanding|happy|pleased|delighted|impressed|kudos|appreciate\w*|well done|good (?:job|work|service)|nice|beautiful|kind|friendly|helpful|rocks?|thanks|thank you|thx|yay|cool|sweet|win|fun|glad|smooth|quick|fast)\b/g;

/** Polite words whose score the lexicon overrates; they are set aside before scoring. */
export const POLITE_WORDS =
  /\b(?:please|pls|kindly|help(?:ing|ed)? (?:me|us|with)?|hello|hi|dear|regards|sincerely|yes|sure|interested|would love to|like to|would like|want to|wish to|care|support|share|credit|ok|okay|free|save|top|trust|greetings|best (?:wishes|regards)|thanks in advance|thank you in advance)\b/gi;

/** Displeasure and praise in Spanish, French and German, which the English lexicon does not know. */
export const FOREIGN_NEGATIVE =
  /\b(?:terrible|pesim[oa]|horrible|inaceptable|verguenza|enfadad[oa]|molest[oa]|furios[oa]|indignad[oa]|decepcionad[oa]|hart[oa]|nunca|estafa\w*|dos veces|no funciona|rot[oa]|nul|scandaleu\w*|honteu\w*|inadmissible|inacceptable|furieu\w*|decu\w*|mecontent\w*|arnaque|jamais|deux fois|casse\w*|schlecht\w*|unverschamt\w*|frechheit|enttauscht\w*|wutend|verargert|katastroph\w*|sauer|betrug|doppelt|zweimal|kaputt|unzufrieden|inakzeptabel|endlich|sofort|immer noch nicht)\b/g;
export const FOREIGN_POSITIVE =
  /\b(?:muchas gracias|excelente|perfect[oa]|genial|encantad[oa]|estupend[oa]|maravillos[oa]|merci beaucoup|parfait\w*|excellent\w*|ravi\w*|super service|vielen dank|toll\w*|super|ausgezeichnet|perfekt|zufrieden|begeistert|wunderbar)\b/g;
