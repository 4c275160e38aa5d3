import type { Matter } from './matter';
import { signalPattern } from './signal-pattern';

const VIOLENCE = signalPattern`
  (?:kill(?:ing)?|hang(?:ing)?|shoot(?:ing)?|stab(?:bing)?|drown(?:ing)?|harm(?:ing)?|hurt(?:ing)?|unalive|off) (?:myself|ourselves)\b
  suicid\w*|self.?harm\w*|kys\b|dont know what i (?:will|might|ll) do to myself|do something to myself|smash up your (?:shop|store|office)|cant go on (?:any ?more|living|like this)|(?:no quiero (?:seguir|vivir)|ne veux plus vivre|nicht mehr leben)\b|i know where you live|knows where (?:i|we) live
  (?:end|take|ending|taking) (?:my|our) (?:own )?li(?:fe|ves)\b|end it all\b|slit my (?:wrists?|throat)
  (?:i|just|really) (?:want|wanna|wish|would like|prefer) (?:to |i could |i would |i was |i were )(?:die\b|be dead|dead\b)
  (?:dont|do not|no longer) (?:want to|wanna|wish to) (?:live (?:any ?more|any longer|like this)|live(?= ?(?:[.,!?]|$))|be alive)
  (?:no reason|nothing (?:left )?)(?: to| for me to)? live\b|better off dead|(?:jump|throw myself) (?:off|from|under|in front of) (?:a |the |my )?(?:bridge|building|roof|balcony|train|cliff|window)
  (?:i|we|ill|im|ive|well|someone|somebody) (?:\w+ ){0,8}(?:kill|murder|shoot|stab|strangle|behead|lynch|hurt|harm|attack|punch|slap|beat up|beat the \w+ out of|slaughter|execute) (?:all of |one of |each of )?(?:you|him|her|them|someone|somebody|everyone|everybody|people|(?:your|the|that|this|a|an) (?:\w+ )?(?:driver|courier|postman|mailman|guy|man|woman|staff|employees?|workers?|agents?|boss|manager|ceo|team|people|family|families|wife|husband|kids?|child|children|colleagues?|mother|owner))\b
  (?:said|says|told|swore|screamed|shouted|wrote|threatens|threat|threatened|threatening)\b[^.?!]{0,30}\b(?:kill|murder|shoot|stab|hurt|beat|rape|hit) (?:me|us|my \w+)\b
  (?:will|would|going to|gonna|could|can|might|nearly|almost|ill) (?:have )?(?:kill(?:ed)?|murder) (?:someone|somebody|a (?:child|baby|kid|person)|my (?:\w+ )?(?:child|children|kids?|son|daughter|baby|dog|cat|mother|father|wife|husband|family))\b
  (?:bomb|blow up|burn down|shoot up|set fire to) (?:your|the|this|that) (?:\w+ )?(?:shop|store|office|offices|warehouse|building|house|place|company|headquarters)\b
  (?:bomb|death|murder) threats?\b|(?:there is|i have|we have|ill bring|bring) a bomb\b
  (?:hope|wish) (?:that )?(?:you|your \w+|he|she|they)(?: all| both)? (?:die|dies|get killed|gets killed|were dead)\b|you (?:all )?(?:deserve to|are going to|will|should|must) die\b|(?:you are|youre) (?:all )?dead\b(?= (?:man|meat|people)|[.!]|$)|i know where you (?:all )?live\b
  (?:me (?:voy a|quiero|pienso|vamos a) (?:matar|ahorcar|colgar|pegar un tiro)|(?:voy a|quiero|pienso) (?:matarme|ahorcarme|morirme|morir)|me (?:matare|ahorcare)|me mato(?= si| hoy|[.!]|$)|me quiero morir|quitarme la vida|(?:acabar|terminar) con mi vida|cortarme las venas|hacerme dano|no quiero (?:seguir viviendo|vivir mas))\b
  (?:(?:te|os|lo|la|le|los|las|les) (?:voy|vamos) a (?:matar|apunalar|disparar|golpear|pegar|degollar)|(?:voy|vamos) a (?:matar|apunalar|golpear|degollar)(?:te|os|lo|la|le|los|las|les)|(?:voy|vamos) a (?:matar|apunalar|golpear|disparar) a|(?:te|os|lo|la|los|las) (?:matare|mataremos|mato)|(?:vas|van|vais) a morir|muerete|ojala (?:te|se|os) (?:mueras?|mueran|murais)|amenazas? de (?:muerte|bomba)|(?:poner|pongo) una bomba)\b
  (?:bringe? mich (?:\w+ )?um|mich (?:selbst )?(?:umbringen|umzubringen|toten|erhangen)|selbstmord\w*|suizid\w*|mir das leben nehmen|mir (?:et)?was an(?:zu)?tun|(?:will|mochte) (?:nur noch |nicht mehr )?(?:sterben|leben(?= ?[.,!]|$)))\b
  (?:bringe?|bringen) (?:dich|euch|sie|ihn|jemanden|den fahrer) (?:\w+ )?um\b|(?:dich|euch|sie|ihn|jemanden|den fahrer|alle) (?:\w+ )?(?:umbringen|umzubringen|toten|erschiessen|erstechen|abstechen|verprugeln)\b|(?:mord|todes|bomben)drohung\w*
  (?:je (?:vais|veux) (?:me )?(?:tuer|pendre|mourir)|je me tue(?= si|[.!]|$)|me (?:suicider|pendre)|mettre fin a (?:mes jours|ma vie)|(?:envie de|veux) mourir|m ouvrir les veines)\b
  (?:(?:vais|allons|veux) (?:te|vous|le|la|les) (?:tuer|frapper|poignarder|egorger|buter)|menaces? de mort|alerte a la bombe)\b
`;

/** One of our people … */
const COURIER = signalPattern`
  (?:driver|courier|(?:man|guy|person) who (?:brought|delivered)|delivery (?:man|guy|person|woman|boy)|postman|employee|technician|your (?:man|guy|staff)|repartidor\w*|mensajero|transportista|livreur\w*|coursier|fahrer\w*|bote|zusteller\w*|kurier)\b
`;
/** … laid hands on somebody or frightened them. */
const ATTACKS = signalPattern`
  (?:assault\w*|threaten(?:ed|ing|s)|attacked|harass\w*|groped|stalk\w*|pushed|shoved|punched|slapped|kicked|grabbed|hit|spat|followed|touched|came at|drove over|ran over) (?:at |on )?(?:me|us|him|her|my \w+|our \w+)\b|(?:harass\w+|sexual\w*|racist|exposed himself|would not leave|wouldnt leave|refused to leave|came into (?:the|my|our) (?:house|flat|home))\b
  (?:empuj\w+|amenaz\w+|peg[oa]\w*|golpe\w+|agred\w+|acos\w+|insulto racista|toco)\b
  (?:bouscul\w+|menac\w+|frapp\w+|agress\w+|harcel\w+|pousse\w*)\b
  (?:geschubst|bedroht|geschlagen|angegriffen|belastigt|gestossen|angefasst)\b
`;
const COMES = signalPattern`
  (?:come|coming|be there|visit|bring|voy|ire|vengo|viens|viendrai|vais|komme|kommen|bringe)\b
`;
const WEAPON = signalPattern`
  (?:knife|gun|weapon|baseball bat|hammer|axe|cuchillo|pistola|arma|couteau|arme|fusil|messer|waffe|pistole)\b
`;
const AT_YOURS = signalPattern`
  (?:to|at|in) (?:your|you)\b|with an?\b|(?:su|vuestra|tu) (?:oficina|tienda)|(?:vos|vos) (?:bureaux|magasin)|chez vous|(?:euer|ihr|eurem) (?:buro|buero|laden|geschaft)|zu euch
`;

/** Somebody threatens a person, speaks of harming themselves, or tells of such a threat. */
export const VIOLENCE_TOLD: Matter = [[VIOLENCE], [COURIER, ATTACKS], [COMES, WEAPON, AT_YOURS]];

/** Figures of speech and names that only sound like violence. */
export const NO_VIOLENCE = signalPattern`
  (?:kill(?:ed|ing)?|hurt(?:ing)?) (?:myself|ourselves) (?:laughing|trying|working|with laughter|over)
  shoot (?:myself|ourselves|yourself|yourselves) in the foot
  shoot (?:you|him|her|them|someone|somebody|your team|the team|your staff) (?:an?|another|over|the|my|some) (?:\w+ )?(?:e-?mail|mail|message|line|note|text|question|photos?|pictures?|details)?
  (?:die|died|dying|dead|morir|morirme|mourir|sterben)(?: of| from| de| d| vor)? (?:laughing|laughter|boredom|lachen|langeweile|risa|verguenza|aburrimiento|rire|ennui)
  suicide (?:squad|doors?|girls?|prevention)
  (?:will|would|could|gonna|going to|ll) kill (?:for|time|it|two)\b
  (?:wife|husband|mom|mum|mother|dad|father|boss|girlfriend|boyfriend|partner|kids?|son|daughter|sister|brother|friends?|she)\b[^.?!]{0,25}\bkill me\b
`;
