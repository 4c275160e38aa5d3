import { signalPattern } from './signal-pattern';

/** A product or a person of ours hurt somebody, or could. */
export const SAFETY_HAZARD = signalPattern`
  (?:caught|catch(?:es|ing)?|on|set|sets|started?|starting|almost|nearly) (?:\w+ )?fire\b(?! ?(?:tv|stick|tablet|sale))
  (?:burst|went up|up) in(?:to)? flames
  fire hazard|flames\b
  smok(?:e|ing) (?:\w+ )?(?:came|coming|comes|poured|pouring|from|out of|started)\b
  (?:started|starts|began|is|was|were) (?:smoking|sparking|smouldering|smoldering)\b(?! area)
  (?:sparks?|sparked|sparking)\b[^.?!]{0,30}\b(?:from|out|when|plug\w*|socket|charger|flew|flying|came|cable|outlet)\b
  (?:plug|socket|charger|cable|outlet|battery|wire|adapter|heater|kettle|toaster|appliance|device|unit)\b[^.?!]{0,25}\b(?:spark\w*|smok(?:ed|ing)|burn(?:ed|t|ing)|melt\w*|explod\w*|swell\w*|swollen|bulg\w*|overheat\w*|shock\w*)\b
  explod\w*|explosion\b
  (?:swollen|bulging|leaking|overheating|exploding) (?:\w+ )?batter(?:y|ies)
  batter(?:y|ies)\b[^.?!]{0,20}\b(?:leak\w*|acid)
  electric(?:al)? shocks?|electrocut\w*|(?:got|gave|gives?|giving|getting) (?:me |my \w+ |us |him |her )?(?:an? )?(?:electric |bad |nasty |mild |small |big )?shocks?\b
  (?:burn(?:ed|t)|scald(?:ed)?|cut|injured|hurt|wounded|blistered|scalds|burns) (?:my|me|his|her|our|their|myself|himself|herself)\b
  (?:burns?|blisters?|injur(?:y|ies|ed)|wounds?|hurt|bleeding) (?:on|to|from|by|caused|because|after|my|badly|heavily|his|her)\b
  (?:was|were|got|been|is|badly|seriously) (?:\w+ )?(?:injured|hurt|burned|burnt|scalded|electrocuted|poisoned|hospitali[sz]ed)\b
  bleed(?:s|ing)\b|stitches\b
  allergic (?:reaction|shock)|anaphyla\w*|(?:swollen|swelling) (?:face|throat|lips|tongue|eyes?)|(?:face|throat|lips|tongue) (?:\w+ )?(?:swelled|swollen|swelling)
  undeclared (?:allergen|nuts?|peanuts?)|(?:nuts?|peanuts?|allergens?)\b[^.?!]{0,30}\bnot (?:listed|declared|on the label)
  (?:hospital|emergency room|emergency department|ambulance|a&e|poison control|casualty)\b
  chok(?:e|ed|es|ing)\b(?: hazard)?|swallow(?:ed|ing)\b[^.?!]{0,20}\b(?:part|piece|battery|magnet|button|small)
  food poisoning|poison(?:ed|ing|ous)\b|made (?:me|us|my \w+|him|her) (?:\w+ )?(?:sick|ill)\b|(?:vomit\w*|threw up|throwing up)
  (?:glass|metal|plastic|needle|razor|blade|insects?|maggots?|worms?|mou?ld\w*|rat|mouse|cockroach|shards?)\b[^.?!]{0,12}\b(?:pieces? |bits? |shards? |splinters? )?(?:in|inside|found in|on) (?:my|the|our|his|her) (?:\w+ )?(?:food|meal|snack|drink|bottle|jar|baby|milk|bread|chocolate|shake|powder|tea|coffee|soup|sauce|cereal)
  found (?:\w+ ){0,3}(?:glass|metal|needle|razor|blade|insects?|maggots?|worms?|mou?ld|rat|mouse|cockroach|shards?)\b
  (?:toxic|noxious|chemical|poisonous) (?:\w+ )?(?:fumes?|smell|substance|gas)|gas leak\w*|carbon monoxide
  (?:is|are|was|were|its|very|extremely|really|so) (?:\w+ )?(?:dangerous|unsafe|hazardous|a hazard|a danger|life.threatening|deadly)\b(?!\?)
  safety (?:hazard|issue|risk|concern|problem|recall|defect)|product recall|recalled (?:product|item|for)
  nearly (?:killed|died|lost|electrocuted|choked|burned|burnt|blinded)|almost (?:killed|died|choked|electrocuted|burned|burnt|blinded)|could have (?:killed|died|been killed|burned|burnt|hurt|been hurt|been injured|choked)
  collaps(?:ed|es) (?:under|while|when|with|on|and)\b
  (?:shatter\w*|explod\w*|broke|snapp?ed|collaps\w*|fell)\b[^.?!]{0,40}\b(?:and|which) (?:\w+ )?(?:cut|hurt|injured|hit|burned|burnt|fell on)\b
  (?:assault\w*|threaten(?:ed|ing)|attacked|harass\w*|groped|stalk\w*)\b[^.?!]{0,30}\b(?:me|my|us|driver|courier|employee|staff)\b|(?:driver|courier|delivery (?:man|guy|person)|employee)\b[^.?!]{0,30}\b(?:assault\w*|threaten(?:ed|ing)|attacked|harass\w*|hit me|pushed me|grop\w*)
  (?:se incendio|prendio fuego|exploto|quemadur\w*|me quem[eo]\w*|descarga electrica|reaccion alergica|intoxica\w*|hospital|peligros[oa]|herid[oa]|humo|chispas)\b
  (?:pris feu|explose|brulure\w*|brule\w*|choc electrique|electrocut\w*|reaction allergique|intoxication|hopital|dangereu\w*|blesse\w*|fumee|etincelles)\b
  (?:brand|feuer gefangen|explodiert|verbrannt|verbrennung\w*|stromschlag|allergische reaktion|vergiftung|krankenhaus|gefahrlich\w*|verletzt|rauch|funken)\b
`;

/** Questions before a purchase and set phrases that only look like a hazard. */
export const NO_HAZARD = signalPattern`
  (?:is|are|does|do|will|would|can|could|should) (?:it|this|that|the|they|these|there|your|any)\b[^.?!]{0,70}\b(?:dangerous|unsafe|hazard\w*|toxic|poison\w*|safe|allergic reaction|chok\w*|fire ?proof|explod\w*|flames|hurt|burns?)\b[^.!]{0,60}\?
  (?:burn|burns|burning|burned) (?:fat|calories|belly|weight)
  (?:works?|working|works) at (?:the |a )?hospital|(?:to|near|at|for) (?:the |a |our )?hospital (?:address|ward|reception)
  smoke (?:detector|alarm|machine|grey|gray|colou?r)|fire (?:alarm|extinguisher|pit|place|tv|stick|tablet)|candles?\b
  brand (?:new|name)?\b(?=[^.?!]{0,30}\b(?:the|new|name|is|original|of)\b)
`;
