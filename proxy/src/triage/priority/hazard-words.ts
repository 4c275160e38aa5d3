import { signalPattern } from './signal-pattern';

/** Dangers that need no more words: what is told here must not happen with any product. */
export const HAZARD = signalPattern`
  (?:caught|catch(?:es|ing)?|on|set|sets|started?|starting|almost|nearly|took) (?:\w+ )?fire\b(?! ?(?:tv|stick|tablet|sale|truck|pit))|(?:burst|went up|up|gone up|goes up) in(?:to)? flames|flames? (?:\w+ ){0,2}(?:came|coming|shot|from|out)|shot out a flame|(?:burn(?:ed|t)|burns) (?:\w+ )?(?:my|our|the) (?:\w+ )?(?:house|flat|hall|kitchen|garage|room|carpet|floor|table|wall|bed)\b(?: down)?
  smok(?:e|ing) (?:\w+ )?(?:came|coming|comes|poured|pouring|from|out of|started|inside)\b|(?:started|starts|began|begins|is|was|were) (?:to )?(?:smok(?:e|ing)|spark(?:ing)?|smou?lder(?:ing)?)\b(?! area)
  (?:gives?|gave|giving|throws?|threw|throwing|saw|emits?|emitting|shoots?|shot) (?:off |out )?(?:\w+ )?sparks?\b|sparks? (?:flew|flying|came|coming|from|out)|(?:plug|socket|charger|cable|outlet|wire|lamp|switch)\b[^.?!]{0,25}\bspark(?:s|ed|ing)\b|\barced\b
  explod(?:ed|es|ing)\b|explosion\b|blew (?:up|its|off|apart)\b|blown up\b|burst (?:open|in my|while|when)\b|loud bang\b
  (?:electric(?:al)?|electirc|eletric) shocks?|electrocut\w*|(?:got|gave|gives?|giving|getting|gotten) (?:me |my \w+ |us |him |her )?(?:an? )?(?:electric |bad |nasty |mild |small |big |little )?shocks?\b(?! (?:when i (?:saw|read)|at the price))|(?:felt|feel|get|got) (?:a |an )?(?:\w+ )?(?:tingl\w+|zap|jolt|current)\b
  (?:small|caused a|a little|kitchen|house) fire\b|fire (?:brigade|department|fighters) (?:came|had|was|were)|got shocked\b|(?:felt|got|been) (?:\w+ )?shocked by|\bshocked (?:me|him|her|us|my)\b|short.?circuit\w*|(?:worms|maggots|cockroach\w*|larvae) (?:in|inside|were|crawl\w*)|(?:heart )?palpitations|threw me off|sped up (?:and|on its own)|(?:his|her|a) fist\b|with his fists
  (?:got|have|had|developed|gave (?:me|him|her)) (?:\w+ ){0,3}allergy\b(?! to)|allergic (?:reaction|shock)|anaphyla\w*|(?:swollen|swelling) (?:face|throat|lips|tongue|eyes?)|(?:face|throat|lips|tongue|eyes?) (?:\w+ )?(?:swelled|swollen|swelling|puffed)|(?:in|into|out in) hives\b|\bhives\b
  undeclared (?:allergen|nuts?|peanuts?)|(?:nuts?|peanuts?|allergens?)\b[^.?!]{0,30}\bnot (?:listed|declared|on the label)
  food poisoning|(?:was|were|been|got|is|are) poisoned\b|poison control|made (?:me|us|my \w+|him|her) (?:\w+ ){0,2}(?:sick|ill)\b
  (?:toxic|noxious|chemical|poisonous) (?:\w+ )?(?:fumes?|substance|gas)|gas (?:is )?(?:leak\w*|escap\w*)|(?:leak\w*|smell\w* of|escap\w+) gas\b|carbon monoxide\b|(?:fumes?|vapou?rs?)\b[^.?!]{0,30}\b(?:dizzy|pass|faint|sick|headache|cough\w*|breath\w*)
  (?:pass(?:ed)? out|fainted|unconscious|lost consciousness|stopped breathing|cant breathe|couldnt breathe)\b
  chok(?:ed|ing)\b|suffocat(?:ed|ing)\b|nearly (?:killed|died|lost (?:an|his|her|my) \w+|electrocuted|choked|burned|burnt|blinded|drowned)|almost (?:killed|died|choked|electrocuted|burned|burnt|blinded|drowned)|could have (?:killed|died|been killed|burned|burnt|hurt|been hurt|been injured|choked|lost)
  (?:is|are|was|were|its|very|extremely|really|so|downright) (?:\w+ )?(?:dangerous|unsafe|hazardous|a hazard|a danger|life.threatening|deadly|lethal)\b
  (?:safety|fire) (?:hazard|issue|risk|concern|problem|defect)\b
  (?:(?:provoc\w+|caus\w+) un incendio|(?:salio|salido|dado|tengo|dio) (?:una |un )?alergia|se (?:ha )?(?:quemado|incendi\w+|prendi\w+ fuego|quemo)|prendio fuego|en llamas|exploto|ha explotado|estallo|echa(?:ba|ndo)? (?:chispas|humo)|echo (?:chispas|humo)|sal(?:e|ia|io) (?:\w+ )?(?:humo|chispas)|descarga electrica|calambre|electrocut\w*|reaccion alergica|intoxic(?:o|ado|ada|amos|acion|que)|huele a (?:quemado|gas)|pierde gas|fuga de gas|se (?:derritio|ha derretido|derrite)|monoxido)\b
  (?:provoque\w* un incendie|failli provoquer|mise? a fumer|se met a fumer|a brule\b|(?:fait|eu|declenche) une allergie|pris feu|en feu|en flammes|a explose|ont explose|explose\b|fait des etincelles|des etincelles (?:sortent|sont)|fumee (?:sort\w*|s echapp\w*|est sortie)|choc electrique|(?:pris|recu|eu) (?:une|un) (?:decharge|chatai?gne|choc)|electrocut\w*|reaction allergique|intoxication|intoxique\w*|sent le (?:brule|gaz)|odeur de (?:brule|gaz)|(?:a|ont) fondu|fuite de gas|monoxyde|perd(?:re|u) connaissance|evanoui\w*)\b
  (?:(?:durch|ver)geschmort|durchgebrannt|brand (?:verursacht|ausgelost|entstanden)|zu qualmen|qualmte|allergie (?:\w+ ){0,3}(?:bekommen|ausgelost|gesicht)|feuer gefangen|in flammen|brannte|gebrannt|abgebrannt|in brand geraten|explodiert\w*|geplatzt und|(?:spruht|spruhte|schlagt|schlug) funken|funken (?:gespruht|geschlagen|flogen)|(?:kam|kommt|quoll|steigt|stieg)\b[^.?!]{0,25}\b(?:rauch|qualm)|rauch (?:kam|steigt|stieg)|raucht|qualmt|stromschlag (?:bekommen|erlitten|versetzt)|(?:einen|nen) (?:stromschlag|elektrischen schlag)|(?:einen|nen) schlag bekommen|elektrisiert|allergische[n]? reaktion\w*|vergiftung|riecht (?:\w+ )?(?:verbrannt|verschmort|nach gas)|tritt gas aus|gas tritt aus|gasleck|verschmort|geschmolzen|kohlenmonoxid|ohnmachtig|bewusstlos)\b
`;

/** Words hardly used of a product that harmed nobody; phrases and things of the same name are taken out before. */
export const WORDS_OF_DANGER = signalPattern`
  (?:flames?|sparks|sparked|explod\w+|electrocut\w+|scorch\w+|scald\w+|singed|charred|smou?lder\w+|injur(?:ed|y|ies)|bleeding|bled|ambulance|paramedics?|casualty|concussion|vomit\w*|poison(?:ed|ing|ous)|suffocat\w+|hazard\w*|unsafe|dangerous(?:ly)?|toxic|anaphyl\w+|hospitali[sz]ed|third.degree|second.degree|blister(?:s|ed|ing)?|burn marks?|burning smell|smell of (?:gas|burning|smoke)|short-?circuit\w*|catching fire|shards?)\b
  (?:burned|burnt|burning)\b(?! (?:through|a lot|question|desire))|(?:smoke|smoking|smoky)\b|swallowed\b|chok(?:ed|ing)\b|rash\b|hives\b|(?:to|in|at|from) (?:the )?(?:hospital|a&e|er|emergency room|urgent care)\b|(?:went|had to go|been|taken|rushed|off) to (?:the |a |my )?(?:doctors?|gp|dentist|vet|hospital|clinic)\b|electric shock
  (?:llamas|quemadur\w+|ambulancia|intoxicad\w+|veneno\w*|peligros[oa]s?|herid[oa]s? (?:en|grave)|ampollas|chispas|cortocircuito)\b|(?:flammes|brulures?|ambulance|empoisonn\w+|dangereu\w+|cloques|etincelles|court-?circuit)\b|(?:flammen|verbrennung\w*|krankenwagen|rettungswagen|notarzt|vergift\w+|gefahrlich\w*|lebensgefahr\w*|blasen auf|kurzschluss|verschmort\w*)\b
`;

/** Things with a plug, a battery or a flame. */
export const DEVICE = signalPattern`
  (?:batter(?:y|ies)|power ?bank|charger|charging|cable|plug|socket|adapters?|lamp|heater|iron|kettle|toaster|laptop|phone|scooter|e-?bike|hair ?dryer|blanket|hot water bottle|heat pad|dehumidifier|fan|bread maker|worktop|outlet|switch|fuse|straightener|e-?cigarette|vape|oven|stove|microwave|device|appliance|unit|wire|it|handle)\b
  (?:botella de agua caliente|bateria|pila|cargador|cable|enchufe|lampara|calefactor|plancha|tostadora|movil|aparato|se calienta)\b
  (?:bouillotte|batterie|chargeur|cable|prise|lampe|radiateur|fer|grille-pain|appareil|ca)\b
  (?:warmflasche|warmeflasche|akku|batterie|ladegerat|kabel|stecker|lampe|heizlufter|bugeleisen|buegeleisen|toaster|gerat|handy|es)\b
`;
export const OVERHEATS = signalPattern`
  (?:overheat(?:s|ed|ing)?|sparked|sparking|sparks|hiss(?:es|ed|ing)|vented|crackl\w+|fuse (?:went|blew)|burnt smell|burning smell|smok(?:ed|ing)|melt(?:s|ed|ing)|swell(?:s|ed|ing)?|swollen|bulg\w+|bloated|puffed up)\b|(?:so|very|extremely|alarmingly|too|really|dangerously|incredibly|burning|scorching|red) hot\b|smell(?:s|ed|ing)? (?:\w+ )?(?:of |like )?(?:\w+ )?burn(?:ing|t|ed)\b|brown and (?:\w+ )?hot|(?:turns?|turning|getting|went|goes) (?:brown|black)\b|(?:plastic|casing) has gone soft|gone soft\b|leak\w* acid|too hot to (?:touch|hold)|(?:turned|gone|went|is|was) (?:all )?(?:black|brown)(?: on| at|$|\.|,| where)|scorch\w*|singed|charred|smou?lder\w*|(?:smell\w*|smelt) (?:\w+ )?(?:odd|funny|strange|burnt|of burning)|(?:feel|felt|get|got) (?:\w+ ){0,2}(?:tingle|prickle|tickle|buzz|current|zap)|tripp(?:ed|s|ing) (?:the |our |my )?(?:fuse|breaker|electric\w*)|\bsmoke\b|(?:burst|bursts|split) (?:open|in)
  (?:hinch\w+|(?:se )?calienta (?:much\w*|demasiado)|quema\b|marron y quema|sobrecal\w+|hormigueo|negro|humo|revento|chamusc\w+)
  (?:gonfl\w+|chauffe (?:enormement|beaucoup|trop)|surchauff\w+|brulante?|devient brun\w*|picote|fourmillement|noirci\w*|fumee|a eclate|roussi\w*)
  (?:aufgeblaht|blaht sich|(?:sehr|extrem|zu|gluhend) heiss|uberhitzt\w*|wird braun|braun und heiss|schmilzt|kribbel\w*|schwarz|rauch\b|qualm|geplatzt|angesengt|versengt)
`;

/** Parts of a body. */
const BODY = String.raw`(?:fingers?|thumbs?|hands?|arms?|legs?|foot|head|face|skin|eyes?|eyelids?|lips?|tongue|mouth|throat|neck|(?<!money )back|wrist|knee|ankle|elbow|shoulder|chest|scalp|nose|teeth|tooth|ribs?|hip)`;
const PERSON = String.raw`(?:me|myself|us|him|her|himself|herself|my (?:\w+ )?(?:son|daughter|baby|babies|child|kids?|children|toddler|wife|husband|mum|mom|mother|dad|father|grand\w+|partner|friend|sister|brother|dog|cat|family)|our (?:\w+ )?(?:son|daughter|baby|child|kids?|children|family)|the (?:kids|children|baby))`;

/** Signs of harm on a body. */
const SIGNS = String.raw`(?:burn(?:s|ed|t|ing)?|sting(?:s|ing)?|stung|itch\w*|bruis\w+|swell\w*|swollen|swelled|bleed\w*|bled|cuts?|sore|red mark|marks?|blister\w*|rash|scratch\w*|stuck|hurts?|ach(?:es?|ing)|numb|infected|inflamed|broken|trapped|pinched|caught)`;

/** Somebody was hurt. */
export const HURT = new RegExp(
  `(?<![a-z0-9])(?:${[
    String.raw`(?:cut|burn(?:ed|t)|scald(?:ed)?|injur(?:ed|es)|hurt|hurts|wound(?:ed)?|bruised|crushed|sliced|pricked|pierced|stabbed|sprained|fractured|broke|broken|smashed|hit|scratched|splashed (?:on|over)|squashed|crushed|trapped) (?:\w+ )?(?:my|his|her|our|their) (?:\w+ )?${BODY}\b`,
    String.raw`${BODY} (?:\w+ ){0,2}(?:is |was |got |are )?(?:\w+ )?(?:cut|burn(?:ed|t)|bleeding|blistered|burning|infected|swollen|swelled|fractured|broken)\b`,
    String.raw`(?:my|his|her|our|their|\w+s) (?:\w+ )?(?!foot|feet)${BODY}\b(?: \w+){0,4} ${SIGNS}\b`,
    String.raw`${SIGNS} (?:\w+ ){0,2}(?:on|in|of) (?:my|his|her|our|their) (?:\w+ )?${BODY}\b`,
    String.raw`(?:bruised|broken|swollen|burnt|burned|cut|injured) ${BODY}\b|${BODY} (?:got|was|is) (?:stuck|caught|trapped)|(?:has|have|with) (?:\w+ )?bruises`,
    String.raw`(?:drove|ran|rolled) over (?:my|his|her|our) |nearly hit (?:me|us|him|her)\b|ended up (?:on the floor|in hospital)|tooth (?:is )?(?:broken|chipped|broke)|(?:now )?at the vet\b`,
    String.raw`(?:hit|struck) (?:me|him|her) (?:in|on)\b|(?:got|spilled|spilt|splashed|leaked|ran) (?:on|onto|over|into) (?:my|his|her|our) (?:\w+ )?${BODY}\b|scratched my (?:baby|son|daughter|child)|(?:burn(?:ed|t)|scald(?:ed)?|injured|cut|electrocuted|shocked|pricked|bit|stung) (?:\w+ )?(?:me|myself|him|himself|her|herself|us)\b`,
    String.raw`(?:burn(?:ed|t|s)?|blister\w*|rash|cuts?|stitches|bleeding|bled|injur(?:y|ies)|wounds?) (?:on|to|all over|from|after|by|because)\b`,
    String.raw`(?:red and blistered|bleeding|in stitches|needed stitches|was injured|were injured|badly (?:hurt|injured|burnt|burned|cut)|broken (?:arm|leg|wrist|finger|nose|rib|tooth))\b`,
    String.raw`(?:in|at|to) (?:the )?(?:a&e|emergency room|er|hospital|casualty)\b(?=[^.?!]{0,40}\b(?:after|because|from|with|since|now|due)\b)|(?:is|was|are|ended up|landed) in (?:the )?(?:hospital|a&e|er)\b(?! (?:for|with) (?:surgery|an operation))|(?:had|have) to (?:see|go to|visit|call|be taken to) (?:a |the |an )?(?:doctor|hospital|dentist|vet|ambulance|a&e|er|emergency)\b`,
    String.raw`(?:se ha (?:cortado|quemado|hecho dano|caido)|me (?:he )?(?:quem\w+|cort\w+|pinch\w+|electrocut\w+|lesion\w+|her\w+)|(?:quemad[oa]|quemadura\w*|cortado|ampollas|heridas?|sangr\w+|puntos de sutura)\b[^.?!]{0,30}\b(?:cara|piel|mano|dedo|pierna|brazo|ojo|boca|tengo)|(?:me ha |le ha )?quemado la (?:cara|piel)|me queme|me (?:arden|pican) los ojos|me paso por encima|se (?:me )?hincharon? (?:los|la) (?:labios|cara|ojos)|(?:tengo|tiene) (?:la|el) \w+ rot[oa]|(?:acabamos|termin\w+) en urgencias)\b`,
    String.raw`(?:je me suis (?:coupe|brule|pique|casse|blesse|electrocute)\w*|m a brule\w*|(?:brulures?|cloques|s est coupee?|points de suture)\b|(?:levres|visage|yeux|gorge) (?:ont|a) gonfle|yeux (?:me )?brulent|roule sur|(?:s est|est) (?:coupe|brule|blesse)\w*|(?:vu|appele) un medecin|aux urgences)\b`,
    String.raw`(?:(?:mich|mir|sich)\b[^.?!]{0,50}\b(?:geschnitten|verbrannt|verbruht|verletzt|gestochen|gebrochen|verbrennung\w*)|(?:haut|hand|finger|gesicht|auge)\b[^.?!]{0,20}\b(?:veratzt|verbrannt|verletzt)|wirft blasen|brennen (?:mir|meine)\b[^.?!]{0,12}\baugen|mir die augen|uber den fuss gefahren|brandblasen|schwollen\b[^.?!]{0,15}\b(?:lippen|augen|gesicht)|(?:lippen|gesicht) (?:\w+ )?(?:geschwollen|an)|musste zum arzt|(?:im|ins) krankenhaus (?:gelandet|gekommen|musste)|in der notaufnahme)\b`,
  ].join('|')})`,
);

/** Something gave way … */
export const GAVE_WAY = signalPattern`
  (?:collaps(?:ed|es)|gave way|tipped over|toppled|snapped|broke (?:under|off)|fell (?:off|over|apart|on)|came (?:off|loose|apart)|slipped apart|shattered|cracked|failed|flew off|blade came)\b
  (?:se (?:volco|hundio|rompio|solto|salio|desprendio|partio)|salto|fallaron)\b
  (?:s est (?:renverse\w*|effondre\w*|detache\w*|casse\w*|brise\w*)|a (?:cede|eclate|saute|lache)|ont lache|est partie?)\b
  (?:umgekippt|umgefallen|eingesturzt|zusammengebrochen|zusammen|brach|abgefallen|ging ab|gesprungen|flog|versagt|geplatzt|gerissen)\b
`;
/** … and somebody was there. */
export const SOMEBODY_THERE = new RegExp(
  `(?<![a-z0-9])(?:${[
    `(?:beneath|under|on|over|with|and|hit|near|at|onto|while) (?:\\w+ )?${PERSON}\\b|my (?:leg|arm|head|hand|foot|toe|back)\\b|kids|children|i (?:fell|broke|was (?:riding|sitting|standing|using|wearing))|while (?:it was running|running|we were|riding|driving)|(?:hot|boiling) (?:coffee|water|soup|oil|tea)|and i fell`,
    String.raw`(?:me (?:cai|hice|corte|quem\w+)|mi (?:hij[oa]|pierna|mano|bebe|mujer|marido|madre|padre)|(?:con|a) (?:mi|los|el) (?:hij[oa]|nin[oa]s?|bebe)|ninos?|en marcha|en medio de la calle|encima)\b`,
    String.raw`(?:sous moi|avec ma|avec mon|ma (?:fille|jambe|main|femme|mere)|mon (?:fils|bebe|mari|pere)|les enfants|je suis tombe\w*|en marche|en pleine rue|je me suis)\b`,
    String.raw`(?:unter mir|mit meine[rm]|meine? (?:tochter|sohn|baby|kind|frau|mann|bein|hand)|die kinder|gesturzt|laufenden|mitten auf|ubers bein|ich mir|mein baby)\b`,
  ].join('|')})`,
);

/** What does not belong … */
export const FOREIGN_BODY = signalPattern`
  (?:glass|metal|needle|splinters?|plastic|wire|screw|nail|stone|insects?|maggots?|worms?|mou?ld(?:y)?|rat|mouse|cockroach|shards?|razor|blade|hair|bugs?|larva\w*|bleach)\b
  (?:cristal(?:es)?|vidrio|metal|aguja|astilla|plastico|tornillo|gusanos?|insectos?|moho|cuchilla)\b
  (?:verre|metal|aiguille|eclat|plastique|vis|vers|insectes?|moisissures?|moisi\w*|lame)\b
  (?:glas|glassplitter|metall\w*|nadel|splitter|plastik\w*|schraube|wurmer|maden|insekten|schimm\w+|rasierklinge)\b
`;
/** … in what is eaten. */
export const FOOD = signalPattern`
  (?:chicken|meat|fish|dates|flour|milk powder|food|meal|snacks?|drinks?|milk|formula|bread|chocolates?|shake|powder|tea|coffee|soup|sauce|cereals?|granola|muesli|bars?|cookies?|biscuits?|treats?|yogh?urt|juice|jam|honey|pasta|rice|salad|shrimps?|capsules?|vitamins?|supplement|protein|nuts|candy|sweets|porridge|puree|cake|cheese|bit on|swallowed|ate|eating|mouth)\b
  (?:cereales|papilla|comida|barritas?|galletas?|leche|pan|chocolate|sopa|salsa|pure|zumo|gambas|batido|polvo|comer|comi|arroz|yogur)\b
  (?:cereales|puree|nourriture|barres?|biscuits?|lait|pain|chocolat|soupe|sauce|jus|crevettes|poudre|mange|manger|riz|yaourt|compote)\b
  (?:musli|muesli|brei|babybrei|essen|riegeln?|kekse?n?|milch|brot|schokolade|suppe|sosse|saft|garnelen|pulver|gegessen|reis|joghurt)\b
`;
export const ILL = signalPattern`
  (?:unwell|cramps|cough\w*|sick|ill|vomit\w*|threw up|throwing up|diarrh?oea|stomach (?:ache|cramps|pain)|nausea\w*|headaches?|dizzy|died|rash|hospital|doctor)\b
  (?:malos?|enferm\w+|vomit\w+|diarrea|duele la cabeza|mareos?|murio|urgencias)\b
  (?:malades?|vomi\w*|diarrhee|mal a la tete|nausees?|mort)\b
  (?:krank|ubel|schlecht|erbrochen|ubergeben|durchfall|kopfschmerzen|gestorben|schwindlig)\b
`;
/** What may make somebody ill: eaten, put on the skin, breathed in. */
export const TAKEN_IN = signalPattern`
  (?:after|from|since|because of|due to) (?:\w+ ){0,2}(?:eating|using|drinking|taking|trying|applying|your|the|wearing|a few|one)\b|(?:smell|smells|odou?r)\b|has been\b[^.?!]{0,20}\bsince|mou?ld\b|best before|expired|past its (?:date|best)|out of date|\bate\b|into the food|after (?:\w+ ){1,4}with|pills?|tablets?|capsules|vitamins
  (?:despues de|tras|desde que|por) (?:\w+ )?(?:comer|usar|beber|tomar|las|los|la|el)\b|huele|olor|moho|caducad\w*
  (?:apres|depuis)\b|sent fort|odeur|moisi\w*|perime\w*
  (?:nach (?:den|dem|der|einem)|seitdem|davon|von dem|riecht|geruch|schimm\w+|abgelaufen)\b
`;
/** Skin that reacts, teeth that suffer. */
export const REACTION = signalPattern`
  (?:rash|hives|breathing problems|itch\w* all over|breathless\w*)\b|(?:sarpullido|ronchas|picor en toda)\b|(?:boutons partout|eruption|urticaire|plaques rouges)\b|(?:ausschlag|quaddeln|atemnot)\b
`;
/** Small parts in a child's mouth. */
export const SWALLOWED = signalPattern`
  (?:licked|swallowed|drank|ate|chewed)\b[^.?!]{0,40}\b(?:vet|doctor|hospital|sick)|(?:tablets?|capsules?|pods?|pills?|liquid|bleach)\b[^.?!]{0,30}\bin (?:his|her|their) mouth|swallow(?:ed|ing)\b[^.?!]{0,25}\b(?:part|piece|battery|batteries|magnets?|button|bead|coin)|(?:button|part|piece|battery|magnet)\b[^.?!]{0,40}\bswallowed|(?:battery|batteries|magnet|button|part|piece|one|bead)\b[^.?!]{0,60}\bin (?:his|her|their|its) mouth
  (?:casi )?se (?:ahoga|ahogo|atraganto|trago)\b|en la boca\b|(?:a failli|failli) s (?:etouffer|etrangler)|a avale\b|(?:fast )?(?:daran )?erstickt\b|verschluckt\b
`;
/** A danger in traffic or for a child. */
export const CARRIES_PEOPLE = signalPattern`
  (?:baby carrier|carrier|seat ?belt|harness|climbing rope|stair ?gate|walker|pram|stroller|pushchair|buggy|bike|bicycle|scooter|car seat|high ?chair|ladder|cot|crib|swing|helmet|brakes?|bunk bed|bed|trampoline|wheelchair)\b|(?:portabebes|cinturon|arnes|carrito|silla de paseo|bici\w*|patinete|trona|escalera|cuna|columpio|casco|frenos|litera)\b|(?:porte-?bebe|ceinture|harnais|poussette|velo|trottinette|siege auto|chaise haute|echelle|berceau|balancoire|casque|freins|lit superpose)\b|(?:babytrage|gurt|kinderwagen|fahrrad|rad|roller|kindersitz|hochstuhl|leiter|wiege|schaukel|helm|bremsen|etagenbett)\b
`;
/** Somebody of the customer's own … */
export const SOMEBODYS = signalPattern`
  (?:(?:my|our|the|his|her|a) (?:\w+ )?(?:son|daughter|baby|child|children|kids?|toddler|boy|girl|little one|grand\w+|father|mother|dad|mum|mom|husband|wife|niece|nephew|sister|brother|colleague|friend|dog|cat|rabbit|puppy|kitten|guinea pig|horse|parrot)|spectator|passer-?by)s?\b
  (?:mi|nuestr[oa]|el|la) (?:hij[oa]|bebe|nin[oa]|padre|madre|abuel[oa]|marido|mujer|sobrin[oa]|perr[oa]|gat[oa])s?\b|(?:mon|ma|notre|le|la) (?:fils|fille|bebe|enfant|pere|mere|grand\S+|mari|femme|niece|neveu|chien|chat)\b|(?:mein\w*|unser\w*|das|der) (?:sohn|tochter|baby|kind|vater|mutter|opa|oma|mann|frau|nichte|neffe|hund|katze)\b
`;
/** … came to harm. */
export const HARMED = signalPattern`
  (?:tumbled|rolled down|fell (?!in love|for|asleep|behind)|fallen|landed on|choked|choking|swallowed|stitches|bleed\w*|blood|fainted|seizure|died|throat|blue lips|sores|poisoned|trapped|got stuck|electrocuted|scalded|burn(?:ed|t)|burns?|injur\w+|hurt|vomit\w*|threw up|hit by|hit a|hospital|ambulance|emergency|dropped (?:\w+ )?(?:metres|meters|feet|down)|then dropped|cut (?:his|her|their|its)|swollen|collapsed|cant breathe|knocked (?:out|over|down))\b
  (?:rodo|cayo|se ha caido|atragant\w+|se ahog\w+|sangr\w+|murio|hospital|urgencias|quemad\w+|herid\w+|vomit\w+|hinchad\w+)\b|(?:roule|tombe\w*|etouff\w+|saign\w+|mort\w*|hopital|urgences|brule\w*|blesse\w*|vomi\w*|gonfle\w*)\b|(?:runtergefallen|gefallen|gesturzt|erstick\w+|geblutet|blutet|gestorben|krankenhaus|notaufnahme|verbrannt|verbruht|verletzt|erbrochen|geschwollen)\b
`;
/** Faults that are dangers before anything has happened. */
export const DEFECT_OF_SAFETY = signalPattern`
  (?:bare|exposed|loose|naked|open) (?:\w+ )?(?:live )?wir(?:es?|ing)\b|wir(?:e|es|ing) (?:is|are) (?:exposed|bare|showing|sticking out)|no earth\b|not earthed|(?:crackles|crackling|hisses|hissing)\b|(?:lighting|lights|turns on|turning on|starts|switches on|opens|opened|opening) (?:by itself|on its own|by themselves|on their own)\b(?! accord)|caught light|did not go off although|(?:wheel|wheels|wheel nuts?|brakes?|steering|chain|rope|visor|tyre|tire)\b[^.?!]{0,40}\b(?:come|came|comes) (?:loose|off)\b|(?:brakes?|steering|tyres?|tires?|chain|rope|harness)\b[^.?!]{0,25}\b(?:fail\w*|burst|tore|snapped|broke|jammed)\b
  (?:stitches|needed a doctor|flew past my|went into my (?:foot|hand|eye|leg|arm|finger)|poked my eye|splinters? in my|broke in my hand|skin (?:\w+ )?(?:peel\w*|off)|clumps of hair|racing heart|shook all over|can hardly see|couldnt get out|a small burn|went off sideways|mislabel\w*|not the ones on the box|labelled as|used (?:plaster|syringe|needle|condom)|nearly ran over|photos of my (?:children|kids|daughter|son)|dropped (?:\w+ )?(?:metres|meters))\b
  cable pelado|cables pelados|(?:siete|cinco|seis|\d+) puntos (?:de sutura)?\b(?= ?(?:$|[.,]))|(?:estallo|exploto|rompio) en (?:mi|la) mano|fil (?:est )?(?:a nu|denude)|fils? denudes?|(?:eclate|casse) dans la main|kabel (?:liegt )?(?:frei|blank)|liegt (?:\w+ )?kabel frei|in der hand zersprungen|\w+ stiche\b|genaht werden
`;
/** Spoilt or foul. */
export const UNFIT_TO_EAT = signalPattern`
  (?:rotten|rancid|gone off|spoil(?:ed|t)|green|crawl\w*|foul|tampered|seal (?:was )?broken|podrid\w+|pourri\w*|avarie\w*|verdorben|vergammelt)\b
`;

/** Fails in use. */
export const FAILS_IN_USE = signalPattern`
  (?:came|comes|coming) (?:undone|loose|off)\b|opens? by itself|(?:doesnt|does not|wont|didnt|no longer|dont) (?:\w+ )?(?:lock|latch|hold|brake|click|stop|close)\b|shuts? (?:off|down)|gave way|snapped|failed|fails|slipp?(?:ed|s)\b|got stuck|collapses|wobbles (?:badly|dangerously)|bent|tore\b
  (?:se (?:me )?(?:abrio|solto|suelta|abre)|no (?:frena\w*|cierra|bloquea)|fallo|fallaron|cedio)\b
  (?:s est (?:ouverte?|detachee?)|s ouvre|ne (?:freine|ferme|verrouille)|a (?:cede|lache)|ont lache)\b
  (?:ging (?:\w+ ){0,4}auf|geht (?:\w+ ){0,3}auf|lost sich|loste sich|versagt\w*|rastet nicht|bremst nicht|gibt nach|gab nach|halt nicht)\b
`;

/** The product has been called back by its maker. */
export const RECALLED = signalPattern`
  (?:product )?recall(?:ed|s)?\b[^.?!]{0,50}\b(?:mine|i (?:have|own|bought)|still (?:sell|sold)|sold me)|(?:i (?:have|own|bought)|sold me|mine)\b[^.?!]{0,60}\brecalled
`;
