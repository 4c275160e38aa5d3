import { ruleTable } from '../rule-table';

/** Accounts, people, placing and changing orders, praise, jobs, offers to us, small talk. */
export const OTHER_RULES = ruleTable`
  3.2 \b(?:creat\w*|open\w*|delet\w*|clos\w*|remov\w*|deactivat\w*|edit\w*|updat\w*|chang\w*|switch\w*|regist\w*|verif\w*|access\w*|recover\w*|terminat\w*|cancel\w*|modif\w*|set ?up|us(?:e|ing)|add|get|retriev\w*|unlock\w*|reset\w*|merg\w*)\b.{0,30}\b(?:accounts?|profile|user ?name|membership|user|personal (?:details|information|data|info))\b
  3.0 \b(?:passwords?|passcode|pin code reset|pin|log ?ins?|log in|logging in|logged in|sign(?:ing)? ?(?:in|up)|signup|log ?out|regist(?:er|ering|ration|ered)|two.factor|otp|verification (?:code|email|link)|user ?name|verify my (?:identity|email))\b
  -2.6 \bpin ?code\b
  2.2 \b(?:my|an?|the|user|free|premium|gold|pro|standard|platinum) accounts?\b(?!.{0,15}\b(?:charged|debited|statement)\b)
  -2.0 \b(?:from|on|in|to|my) (?:my )?(?:bank )?account\b.{0,25}\b(?:charg\w*|debit\w*|deduct\w*|money|amount|paid|payment|transaction|twice)\b|\b(?:charg\w*|debit\w*|deduct\w*|money|amount|refund\w*|payment|transaction|fraud\w*)\b.{0,35}\baccount\b
  2.8 \b(?:newsletter|un-?subscrib\w*|subscri(?:be|ption|bing)|mailing list|(?:marketing|promotional) (?:e-?mails?|messages)|stop (?:sending|e-?mailing|spamming))\b
  3.4 \b(?:speak\w*|talk\w*|chat\w*|connect\w*|transfer\w*|put me|get (?:me|hold)|call\w*|contact\w*|reach\w*|need|want|prefer|escalate|give me)\b.{0,30}\b(?:human|person|agents?|representatives?|reps?|someone|somebody|operators?|advis[eo]rs?|executives?|manager|supervisor|customer (?:services?|care|support|assistance)|support team|live (?:chat|agent|person)|real (?:person|human))\b
  2.6 \b(?:human agent|live agent|real person|customer (?:care|service) (?:number|phone|hours|contact)|(?:phone|contact|helpline|toll ?free|support|whats ?app) (?:number|details|e-?mail)|contact (?:you|us|info\w*)|call (?:me|you|back)|call ?cent(?:er|re)|hotline)\b
  3.0 \b(?:plac(?:e|ing)|mak(?:e|ing)|creat(?:e|ing)|submit|complet(?:e|ing)|start(?:ing)?) (?:\w+ )?(?:an?|my|the|new|some) (?:\w+ )?(?:order|purchase)\b
  2.6 \b(?:how (?:to|do i|can i|could i|do you)|want to|wanna|like to|need to|trying to|help me|assistance) (?:order|buy|purchas\w*|shop)\b|\bbuy(?:ing)? (?:some|several|an?) (?:items?|products?|articles?)\b|\bpurchas\w* (?:an?|some|several) (?:items?|products?|articles?)\b
  3.0 \bupdat(?:e|ing) (?:my|the|an|items?|products?)\b.{0,15}\b(?:orders?|purchases?|cart|basket)\b
  3.0 \b(?:chang\w*|modif\w*|edit\w*|add\w*|correct\w*|amend\w*|switch\w*|swap\w*|remov\w*|delet\w*)\b.{0,30}\b(?:items?|products?|articles?|(?:my|an|the|to|from|of|in|last) (?:\w+ )?(?:orders?|purchases?|cart|basket))\b
  2.6 \b(?:thank(?:s| you)? (?:so|very) much|many thanks for|thank(?:s| you) for (?:your|the|all|being|such|helping)|great (?:help|service|job|work|experience|support|product|shop|store)|excellent|awesome|fantastic|(?:i|we) (?:\w+ )?love|love (?:it|this|your|the|my)|well done|good job|brilliant|keep (?:it )?up|kudos|(?:very|really|so) (?:happy|pleased|satisfied|helpful|impressed)|happy with|best (?:shop|store|service|company)|five stars?|5 stars?|amazing|wonderful|appreciate)\b
  2.8 \b(?:leav\w*|writ\w*|post\w*|submit\w*|giv\w*|shar\w*|mak\w*|send\w*)\b.{0,25}\b(?:reviews?|feedback|testimonial|rating|opinions?|comments?)\b
  2.6 \b(?:jobs?|vacanc\w*|career\w*|hiring|internship|work (?:with|for) (?:you|your)|work from home|apply for|cv|resume|recruit\w*|employment)\b
  2.8 \b(?:partner\w*|collab\w*|sponsor\w*|influencer|affiliate|franchis\w*|distributor\w*|supplier|dealership|resell\w*|business (?:proposal|opportunit\w*)|seo|backlinks?|guest post|marketing (?:services|agency)|press (?:inquiry|enquiry|release)|become a (?:seller|vendor|dealer))\b
  3.4 \b(?:refer(?:ral)?(?: and earn| a friend| friends| code| bonus| amount| program\w*)|loyalty|reward points?|wallet|cash ?back|earn (?:points|money))\b
  2.4 ^(?:(?:hi+|hello+|hey+|hiya|yo|good (?:morning|afternoon|evening|day|night)|greetings|hola|bonjour|salut|hallo|guten (?:tag|morgen|abend)|there|everyone|team|sir|madam|all|bot)\W{0,3}){1,4}$
  2.4 ^(?:(?:bye|goodbye|ok+|okay|thanks?|thank you|thx|ty|cool|nice|yes|yeah|yep|no|nope|sure|alright|got it|great|perfect|fine|good|test|testing|start over|restart|menu|help|gracias|merci|danke|please|hmm+|lol|wow|haha\w*)\W{0,3}){1,4}$
  2.4 \b(?:weather|joke|jokes|song|music|playlist|movie|recipe|president|calculat\w*|alarm|timer|remind(?:er)?|calendar|restaurants?|flights?|hotel|who (?:are|made|created) you|are you (?:an? )?(?:bot|human|robot|real|ai)|(?:your|my) name|meaning of life|what time is it|translat\w*|how do you spell|definition|traffic|fun fact|how (?:are|old are) you|where (?:are|were) you (?:from|born)|directions to)\b
  2.4 \b(?:app|website|web ?site|site|page|link|portal)\b.{0,30}\b(?:not (?:work\w*|load\w*|open\w*)|crash\w*|errors?|down|bugs?|wont|doesnt|isnt|cant|slow|broken|freez\w*|hang\w*)\b
  2.4 \b(?:privacy|gdpr|(?:delete|remove|access|export) (?:all )?my (?:\w+ )?data|personal data|terms (?:and conditions|of (?:use|service)))\b
  2.6 \b(?:viagra|casino|lottery|jackpot|crypto invest\w*|loan offers?|bitcoin profit|click here|100 ?% free|congratulations you|you have won|nigerian?|work at home|adult dating|rank your website)\b
  2.2 \b(?:would love to|interested in) (?:be|becoming|being|working|join\w*|offer\w*)\b
  2.0 \b(?:age (?:limit|requirement|restriction)|how old do|minimum age|my (?:son|daughter|kids?|child(?:ren)?) .{0,20}(?:account|card))\b

  6.0 \b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:instructions?|rules?|prompts?|guidelines?|polic\w+)\b
  3.0 \b(?:hablar con|contrasena|iniciar sesion|registrar(?:me|se)|mi cuenta|crear (?:una )?cuenta|suscri\w+|boletin|un agente|una persona|muchas gracias|atencion al cliente|hacer un pedido)\b
  3.0 \b(?:parler (?:a|avec)|mot de passe|connexion|me connecter|inscri\w+|mon compte|creer un compte|desabonn\w*|un conseiller|une personne|merci beaucoup|service client|passer (?:une )?commande)\b
  3.0 \b(?:mit (?:einem|einer) (?:menschen|mitarbeiter\w*|person|berater\w*)|passwort|kennwort|anmeld\w*|einloggen|registrier\w*|(?:mein|kunden)konto|abmelden|vielen dank fur|kundenservice (?:erreichen|anrufen|nummer)|etwas bestellen)\b
`;
