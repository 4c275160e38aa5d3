import { ruleTable } from '../rule-table';

/** Dissatisfaction with the company, its service or its people, where no other topic is the thing to fix. */
export const GENERAL_COMPLAINT_RULES = ruleTable`
  3.4 \b(?:fil(?:e|ing|er)|mak(?:e|ing)|lodg(?:e|ing)|submit\w*|rais(?:e|ing)|register\w*|plac(?:e|ing)|send\w*|writ(?:e|ing)|log|open|report|have)\b.{0,25}\b(?:complain\w*|copmlaint|claims?|reclamations?|grievances?)\b
  2.8 \b(?:complain(?:t|ts|ing|ed)?|grievances?)\b
  2.8 \b(?:consumer|customer) (?:claims?|reclamations?)\b|\bclaims? against\b|\breclamations?\b
  2.8 \b<bad>\b.{0,25}\b<firm>\b
  2.6 \b<firm>\b.{0,30}\b<bad>\b
  2.6 \b(?:rude|impolite|unfriendly|disrespect\w*|arrogan\w*|ignor(?:ed|es|ing)|hung up|unhelpful|condescending|careless|lazy|insult\w*|shouted|yelled|laughed at)\b
  2.4 \b(?:no one|nobody|noone|none|never|no)\b.{0,25}\b(?:answers?|answered|repl(?:y|ies|ied)|responds?|response|helps?|cares?|listen\w*|picks? up|bother\w*|calls? back|called back|gets? back)\b
  2.4 \b(?:never|wont|will not|not going to|last time)\b.{0,20}\b(?:buy\w*|shop\w*|order\w*|use|purchas\w*|com(?:e|ing) back|recommend)\b.{0,25}\b(?:again|here|you|this|from)\b
  2.4 \b(?:lost (?:a|me as a|another) customer|tak(?:e|ing) my (?:business|money|custom) elsewhere|telling everyone|tell everyone|warn (?:everyone|people|others)|(?:bad|negative|terrible) reviews?|(?:one|1|zero|0) stars?|trustpilot)\b
  2.2 \b(?:unhappy|dissatisf\w+|disappointed|disappointing|(?:not|isnt|wasnt|arent) (?:at all |very |really )?(?:happy|satisfied|impressed|pleased)|unsatisfied|displeased|fed up|sick (?:of|and tired)|furious|angry|frustrat\w+|disgusted|had enough|annoyed|outraged)\b
  2.2 \b(?:scam\w*|fraudsters?|cheat(?:s|ed|ers?|ing)|liars?|lied|lying|thieves|rip(?:ped)? ?off|dishonest|mislead\w*|false (?:advert\w*|promis\w*|claims)|deceptive|deceiv\w*|shame on|ashamed|joke of|waste of (?:time|money)|empty promises|broken promises|misinform\w*)\b
  2.0 \b(?:unacceptable|outrageous|ridiculous|disgrace\w*|pathetic|shameful|appalling|a disgrace|an insult|beyond belief|a joke)\b
  1.8 \b(?:kept|keep|been|was|left) (?:\w+ )?(?:on hold|waiting on (?:the )?(?:phone|line|chat)|being (?:passed|transferred|ignored)|passed around)\b
  1.8 \b(?:copy and paste|copy-paste|canned|scripted|automated) (?:answers?|repl\w+|responses?)\b|\bcopy and paste\b
  1.8 \b(?:treat\w*|attitude|manners|tone)\b.{0,30}\b(?:customers?|me|us|like|badly|poor\w*)\b
  1.6 \b(?:speak|talk|escalate)\b.{0,15}\b(?:manager|supervisor|your boss|head office)\b
  1.6 \bfeedback\b.{0,30}\b(?:bad|negative|poor|service)\b
  1.4 \b(?:how (?:hard|difficult) (?:can|is) it|what kind of (?:company|service|business)|do better|not good enough)\b

  2.8 \b(?:quejas?|quejarme|reclamacion|reclamar|pesim[oa]|mal servicio|verguenza|inaceptable|horrible|estafa\w*|indignad[oa]|decepcionad[oa])\b
  2.8 \b(?:plaintes?|me plaindre|reclamation|inadmissible|scandaleu\w*|honteu\w*|(?:service|accueil) (?:nul|horrible|deplorable|lamentable|catastrophique)|arnaque\w*|decu\w*|inacceptable|mecontent\w*)\b
  2.8 \b(?:beschwer\w*|schlechte\w* (?:service|kundenservice|kundendienst)|unverschamt\w*|frechheit|katastroph\w*|enttausch\w*|unfreundlich\w*|betrug|betruger|abzocke|unzufrieden|inakzeptabel|nie wieder)\b
`;
