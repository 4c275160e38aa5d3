import {
  CARRIES_PEOPLE,
  DEFECT_OF_SAFETY,
  DEVICE,
  FAILS_IN_USE,
  FOOD,
  FOREIGN_BODY,
  GAVE_WAY,
  HARMED,
  HAZARD,
  HURT,
  ILL,
  OVERHEATS,
  REACTION,
  RECALLED,
  SOMEBODY_THERE,
  SOMEBODYS,
  SWALLOWED,
  TAKEN_IN,
  UNFIT_TO_EAT,
  WORDS_OF_DANGER,
} from './hazard-words';
import type { Matter } from './matter';
import { signalPattern } from './signal-pattern';

const FOUND_INSIDE = signalPattern`
  found (?:\w+ ){0,3}(?:glass|needle|razor|blade|maggots?|worms?|rat|mouse|cockroach|shards?|insects?)\b(?! (?:in|on) the (?:picture|photo|shop|website))|encontre (?:\w+ )?(?:aguja|cristal|vidrio|cuchilla)|(?:trouve|il y avait) (?:\w+ )?(?:aiguille|lame|verre)\b[^.?!]{0,20}\b(?:dans|dedans)|steckte eine nadel
`;

/** A product or a person of ours hurt somebody, or could. */
export const SAFETY_HAZARD: Matter = [
  [HAZARD],
  [WORDS_OF_DANGER],
  [WORDS_OF_DANGER],
  [DEVICE, OVERHEATS],
  [HURT],
  [GAVE_WAY, SOMEBODY_THERE],
  [CARRIES_PEOPLE, FAILS_IN_USE],
  [FOREIGN_BODY, FOOD],
  [FOUND_INSIDE],
  [ILL, TAKEN_IN],
  [REACTION],
  [SWALLOWED],
  [RECALLED],
  [SOMEBODYS, HARMED],
  [DEFECT_OF_SAFETY],
  [UNFIT_TO_EAT, FOOD],
];

/** Set phrases, things and colours that only look like a hazard, and hazards that are denied. */
export const NO_HAZARD = signalPattern`
  (?:no|not any|without any|without|nobody|no one|none|never|wasnt|isnt|sin|ni|nadie|ningun[oa]?|pas de|pas d|aucune?|personne n|keine?[nr]?|kein|niemand|ohne|nicht)(?: (?!and\b|but\b|only\b|it\b|when\b|then\b|y\b|und\b|et\b)\w+){0,2} (?:smok\w+|fire|flames?|sparks?|smell\w*|shocks?|hurt|injur\w+|burn\w*|hot|explod\w+|dangerous|humo|olor|chispas|herid[oa]s?|peligros[oa]s?|fumee|odeur|blesse\w*|etincelles|dangereu\w+|rauch|geruch|funken|verletzt|gefahrlich)\b
  (?:burn|burns|burning|burned) (?:fat|calories|belly|weight|a hole)
  smoke (?:detector|alarm|machine|grey|gray|colou?r)|(?:called|colou?r) smoke|fire (?:alarm|extinguisher|pit|place|tv|stick|tablet|truck|engine|proof|blanket)|on fire (?:lately|these days)
  nearly died\b(?! (?:because|from (?:the|an?|your)|when|after))|(?:looks?|looked) (?:\w+ )?as if (?:it |they )?(?:\w+ )?exploded|(?:nearly|almost|half) (?:died|dead|killed)(?: myself)? (?:of|from|with|laughing)[^.?!]{0,30}|(?:exploded|explosion) (?:of|parcel|box)|(?:to |would |could )die for|killing me|the bomb\b|bath bombs?|dead tired|killer\b
  (?:color|colour) humo|se llama humo|detectores? de humo|bombas de bano|detecteurs? de fumee|saumon fume|creme brulee|bombes? de bain|camion de (?:pompiers|bomberos)|rauch(?:melder|blau|grau)\w*|feuer(?:fest|schale|wehr|zeug)\w*|funkenschutz\w*|brandschutz\w*
  (?:fat|calorie|weight)[- ]?(?:burn\w*|loss)|(?:can|could|may|might|to) be (?:\w+ )?(?:toxic|dangerous|poisonous|hazardous)|safe or (?:dangerous|not)|(?:burn|burnt|burned|blood|fire) (?:orange|pressure|glucose|sugar|type|colou?r|cd|dvd|wood|works?|fly|flies)|burnt sienna|smoked (?:salmon|paprika|almonds|fish|glass)|non-?smok\w+|swollen (?:price|glands)|allergic to|allergy to|shocked (?:at|by (?:the|your) (?:price|service|bill)|to (?:see|hear|read))|smoke-?free|a burning question|on the back burner|burn(?:ed|t)? out\b|burst(?:ing)? (?:with|of)|(?:melts?|melting|melted) (?:in|on) (?:the|your|my) (?:mouth|tongue)|doctors? (?:appointment|prescri\w+|recommend\w*|martens)|vet (?:bed|prescri\w+)|broke(?:n)? when (?:i|we|he|she|my \w+) (?:\w+ )?(?:dropped|sat|fell)|cut(?:s|ting)? like
`;
