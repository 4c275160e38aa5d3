import { signalPattern } from './signal-pattern';

/** The customer speaks of lawyers, courts, regulators or the police. */
export const LEGAL_THREAT = signalPattern`
  (?:lawyers?|attorneys?|solicitors?|barristers?|legal (?:action|steps|proceedings|team|advice|counsel|case|claim|representation|department|recourse|remedies|measures|notice|route)|lawsuits?|litigation|class action)\b
  (?:take|taking|pursue|pursuing|consider\w*|seek\w*|start\w*|going) (?:this |it |things )?(?:\w+ )?legal\b
  (?:sue|suing) (?:you|your|the company|this company|them|everyone|for)\b|(?:will|going to|gonna|ill|shall|can|could|might|may) sue\b|suing\b
  small claims?\b
  (?:see|take|taking|meet|going|go|drag)\b[^.?!]{0,15}\b(?:in|to) court\b|court (?:action|order|case|proceedings|papers|summons)|consumer (?:court|forum|tribunal)
  trading standards|better business bureau|\bbbb\b|consumer (?:protection|affairs|rights (?:act|agency|group)|ombudsman|agency|association|watchdog|complaint (?:cell|forum)|advice bureau)|citizens advice|ombudsman\w*|regulators?\b|regulatory (?:body|authority)|attorney general|\bftc\b|federal trade commission|\bicc?o\b(?= )|advertising standards|competition authority
  (?:data protection|gdpr) (?:authority|commissioner|officer|complaint|breach|violation|request)|information commissioner
  (?:call|calling|contact|contacting|go|going|report\w*|inform|notify|file|complain\w*)\b[^.?!]{0,35}\b(?:the )?(?:police|cops|authorities|fbi|action fraud|cyber ?(?:cell|crime))\b|police (?:report|complaint|case)
  breach of (?:contract|the law|consumer)|(?:is|are|this is|its|totally|completely) (?:\w+ )?illegal\b|against the law|violat\w+ (?:of )?(?:consumer|my (?:statutory )?rights|the law)|statutory rights|letter before action|cease and desist|hear from my (?:lawyer|solicitor|attorney)
  (?:report|reporting|reported|expose|exposing) (?:you|your company|this company|this|them) (?:\w+ )?to (?:the )?(?:\w+ )?(?:authorit\w*|regulator\w*|ombudsman|press|media|police|ftc|government|standards|news)
  (?:abogad[oa]s?|demandar|denuncia\w*|acciones legales|tribunales?|juzgado|policia|organizacion de consumidores|oficina del consumidor|consumo)\b(?=[^?]{0,80}$|.)
  (?:avocats?|tribunal|poursuites|porter plainte|action en justice|voie judiciaire|dgccrf|mise en demeure|police)\b
  (?:anwalt\w*|rechtsanwalt\w*|gericht|klage|verklag\w*|anzeige erstatten|strafanzeige|verbraucherzentrale|polizei|rechtliche schritte)\b
`;
