import { signalPattern } from './signal-pattern';

/** The customer asks for a person. */
export const HUMAN_REQUEST = signalPattern`
  (?:speak\w*|talk\w*|chat\w*|connect\w*|transfer\w*|put me|get me|hand (?:me )?over|pass me|escalat\w*|refer)\b[^.?!]{0,25}\b(?:human|person|agents?|representatives?|reps?|someone|somebody|operators?|advis[eo]rs?|executives?|manager|supervisor|people|staff member|employee|colleague|customer (?:services?|care|support))\b
  (?:i|we) (?:want|need|demand|prefer|would like|d like|wish for) (?:to (?:see|have|reach|contact|call|get) )?(?:an? |the |some )?(?:real |live |actual |human )?(?:human|person|agents?|representatives?|operator|advis[eo]r|manager|supervisor)\b
  (?:human|live|real) (?:agent|person|being|support|representative|operator|chat)\b
  (?:call|phone|ring) me(?: back)?\b|call ?back request|request a call
  (?:no|not an?|stop (?:the|this)|hate) (?:bots?|robots?|automated \w+)\b
  ^(?:human|agent|person|operator|representative|real person|live agent)\W*$
  (?:quiero|quisiera|prefiero|necesito|deseo|pongame|pasenme|paseme) (?:\w+ )?(?:con|a|hablar con) (?:una? )?(?:persona|humano|agente|operador\w*|alguien|encargad[oa]|supervisor\w*)|(?:persona|agente|operador\w*) (?:real|human[oa]|de verdad)|(?:que )?me (?:llame|llamen|llamad)\b|(?:llam(?:en|ad|e)me)\b
  (?:je (?:veux|voudrais|souhaite|prefere)|passez.moi|mettez.moi)\b[^.?!]{0,25}\b(?:personne|humain|conseiller|agent|responsable|quelqu un)\b|(?:conseiller|agent|personne) (?:reelle?|humaine?)|(?:r)?appelez.moi\b|etre rappele\w*
  (?:ich (?:will|mochte|moechte|brauche|verlange)|geben sie mir|verbinden sie mich|gibt es)\b[^.?!]{0,30}\b(?:menschen|mitarbeiter\w*|person|berater\w*|vorgesetzte\w*|kundenbetreuer\w*)\b|(?:richtige[nr]?|echte[nr]?) (?:person|menschen?|mitarbeiter\w*)|rufen sie mich\b|ruckruf\b|kein(?:en)? (?:bot|roboter|chatbot)
  (?:hablar|comunicar\w*) con (?:un |una |el |la |alguien)|un (?:agente|humano|asesor)\b|atencion humana
  parler (?:a|avec) (?:un |une |quelqu)|un (?:conseiller|humain)\b|une vraie personne
  (?:mit (?:einem|einer|jemandem) [^.?!]{0,20}(?:sprechen|reden|verbinden)|echten menschen|(?:einen )?mitarbeiter (?:sprechen|verbinden))
`;
