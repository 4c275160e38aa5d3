import { signalPattern } from './signal-pattern';

/** There is a date after which help is too late, or help is wanted at once. */
export const DEADLINE = signalPattern`
  urgent(?:ly)?\b|asap\b|immediately\b|right (?:now|away)\b|at once\b|emergency\b|as soon as possible\b|time.sensitive\b
  (?:need|needed|need it|want|must|has to|have to|required)\b[^.?!]{0,40}\b(?:by|before|until|for) (?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend|christmas|xmas|this (?:week|evening|morning|afternoon)|my (?:wedding|birthday|trip|flight|holiday|party|event)|\d)
  (?:wedding|birthday|anniversary|funeral|graduation|party|event|flight|trip|vacation|holiday|christmas|ceremony)\b[^.?!]{0,30}\b(?:today|tonight|tomorrow|this|is (?:in|on)|in \d|next|was)\b
  (?:today|tonight|tomorrow) (?:is|its) (?:the|my|our|his|her)
  fix (?:it|this) (?:today|now|immediately)
  (?:urgente|inmediatamente|cuanto antes|para manana|de inmediato)\b
  (?:urgent|immediatement|au plus vite|pour demain|des que possible)\b
  (?:dringend|sofort|umgehend|eilt|bis morgen|so schnell wie moglich)\b
`;

/** Goods are lost, broken, missing or long overdue, or a refund is. */
export const LOSS = signalPattern`
  (?:lost|missing|stolen|vanished|disappeared|never (?:arrived|came|received|got|turned up|showed up))\b
  (?:broken|damaged|smashed|cracked|shattered|crushed|ruined|soaked|destroyed|leaking|in pieces)\b
  (?:not|isnt|wasnt|nothing|empty) (?:in|inside)\b|empty (?:box|parcel|package|envelope)\b|box (?:was |is |came |arrived )?(?:\w+ )?empty\b
  (?:since|for|waiting|still|over|already|after|more than|almost|nearly) (?:\w+ )?(?:\d+|two|three|four|five|six|several|many) (?:\w+ )?(?:weeks|months)\b
  (?:overdue|way past|long past)\b
  (?:says?|marked|shows?|status) (?:\w+ )?delivered\b
  (?:perdid[oa]|robad[oa]|rot[oa]|danad[oa]|vaci[oa]|nunca llego)\b
  (?:perdu\w*|vole\w*|casse\w*|endommage\w*|jamais (?:arrive|recu))\b
  (?:verloren|gestohlen|kaputt|beschadigt|zerbrochen|leer|nie angekommen)\b
`;

/** The customer has asked before. */
export const REPEATED_CONTACT = signalPattern`
  (?:second|third|fourth|fifth|2nd|3rd|4th|another|last|final) (?:\w+ )?(?:e-?mail|mail|message|time (?:i|im|ive|asking|writing|contacting|calling)|attempt|request|reminder|chat|call|contact|warning)\b
  (?:already|previously|repeatedly|multiple times|several times|many times|\d+ times|twice|again and again|countless times|numerous times) (?:\w+ ){0,2}(?:contact\w*|e-?mail\w*|writ\w*|wrote|call\w*|asked|ask|report\w*|complain\w*|messaged|chased|explained|told)\b
  (?:contacted|e-?mailed|written|wrote|called|asked|reported|messaged|chased|phoned)\b[^.?!]{0,25}\b(?:twice|again|already|\d+ times|three times|several times|multiple times|many times|before|days ago|last week|repeatedly|weeks)\b
  (?:still|yet|have) (?:no|not (?:had|received|got)|havent (?:had|received|heard|got)|waiting for) (?:an? |any )?(?:\w+ )?(?:reply|response|answer|call ?back|solution|resolution)
  (?:no one|nobody|noone) (?:\w+ )?(?:answers?|answered|repl\w*|respond\w*|called|calls|helps?|helped|gets? back|got back)
  (?:keep|kept) (?:asking|calling|writing|e-?mailing|being (?:told|passed|transferred)|telling me)
  (?:days|weeks|months) of (?:this|waiting|asking|calling|e-?mails)
  (?:ya (?:he|les) (?:escrito|llamado)|otra vez|por (?:segunda|tercera) vez)\b
  (?:deja (?:ecrit|appele|contacte)|(?:deuxieme|troisieme|2eme) (?:message|mail|fois|relance)|relance)\b
  (?:bereits (?:mehrfach|geschrieben|gemeldet|angerufen)|schon (?:mehrfach|mehrmals|zweimal)|zum (?:zweiten|dritten) mal|keine antwort)\b
`;
