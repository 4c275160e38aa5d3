import { signalPattern } from './signal-pattern';

/** Somebody else is in the customer's account. */
export const ACCOUNT_TAKEOVER = signalPattern`
  (?:account|profile|e-?mail|login)\b[^.?!]{0,30}\b(?:hacked|compromised|taken over|hijacked|breached|broken into|stolen|accessed by)\b
  (?:hack\w*|hijack\w*|broke(?:n)?|break\w*|got) (?:in ?to|in) (?:my|our|the) (?:\w+ )?(?:account|profile)
  hacked (?:my|our|me)\b
  i (?:\w+ ){0,2}(?:been|was|got) hacked
  (?:someone|somebody|a stranger|a hacker|hackers?|another person|unknown person|person i dont know)\b[^.?!]{0,30}\b(?:access\w*|logg?(?:ed|ing|s)? (?:in|into|on)|log into|changed|using|used|uses|took over|signed in|getting into|got into|broke into|inside|ordering|placed|reset)\b[^.?!]{0,35}\b(?:account|password|e-?mail|profile|address|login|orders?)\b
  who (?:\w+ ){0,2}(?:logged|signed|accessed|got|hacked|is using|was using|used|broke)\b[^.?!]{0,20}\b(?:in ?to|in|on|my)\b[^.?!]{0,12}\baccount
  (?:e-?mail|password|address|phone|details|number)\b[^.?!]{0,25}\b(?:on|of|for|in) my account\b[^.?!]{0,25}\b(?:was|were|has been|have been|got|is) (?:changed|altered|replaced)
  (?:my|the) (?:account )?(?:password|e-?mail|e-?mail address|login)\b[^.?!]{0,15}\b(?:was|has been|got|were|is) changed\b[^.?!]{0,40}\b(?:not me|by me|i did ?nt|without|didnt do|wasnt me|someone)
  (?:orders?|purchases?) (?:\w+ ){0,5}(?:i|we) (?:never|did ?nt|did not) (?:place|make|made|placed|order|ordered)
  (?:never|did ?nt|did not) (?:place|make|placed|made) (?:this|that|these|those|the|any of these|such|an?) (?:\w+ )?(?:orders?|purchases?)
  (?:orders?|logins?|log-?ins?|sign-?ins?|activity|devices?) (?:\w+ ){0,4}(?:i|we) (?:dont|do not|did ?nt|did not|cant) (?:recogni[sz]e|know)
  (?:unknown|unrecogni[sz]ed|suspicious|strange|unauthori[sz]ed|foreign) (?:\w+ )?(?:logins?|log-?ins?|sign-?ins?|access|device|login attempts?)
  (?:identity|data) (?:was |has been |is |got )?(?:theft|stolen|breach\w*|leak\w*)
  stole(?:n)? my (?:identity|account|data|details)
  (?:locked|kicked|shut) (?:me )?out of my (?:own )?account\b[^.?!]{0,50}\b(?:someone|hack\w*|changed|stranger)
  wasnt me (?:who|that) (?:logged|ordered|placed|changed|signed)
  (?:cuenta|perfil)\b[^.?!]{0,30}\b(?:hackead[oa]|hackearon|robad[oa]|pirateada|comprometid[oa])
  (?:hackearon|robaron|han hackeado|me han robado)\b[^.?!]{0,20}\bcuenta
  (?:compte|profil)\b[^.?!]{0,30}\b(?:pirate\w*|hacke\w*|vole\w*|compromis\w*)
  (?:pirate|hacke|vole) mon compte
  konto\b[^.?!]{0,30}\b(?:gehackt|ubernommen|geknackt|gestohlen|kompromittiert)
  gehackt\b
`;
