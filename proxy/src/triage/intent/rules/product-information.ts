import { ruleTable } from '../rule-table';

/** What someone asks before buying: product, price, stock, size, where and at what cost we deliver, shops, warranty. */
export const PRODUCT_INFORMATION_RULES = ruleTable`
  2.6 \b(?:do|did) (?:you|u|they) (?:\w+ )?(?:have|sell|carry|stock|offer|keep|make|got)\b(?!.{0,20}\b(?:update|news|record|my|order|number|phone|account|vacanc\w*|jobs?|openings?)\b)
  2.4 ^(?:you|u) (?:guys )?(?:\w+ )?(?:have|sell|got)\b
  2.2 \binterested in (?:the|your|an?|buying|purchasing|this|that)\b
  2.4 \bhow (?:heavy|big|tall|wide|large|thick|deep|strong|long (?:is|are)|many (?:pieces|people|pockets))\b
  2.6 \b(?:in|out of|back in) stock\b|\b(?:re-?stock\w*|sold out|availab\w*|unavailable)\b
  2.6 \b(?:how much|price\w*|pricing|costs?|costing|mrp|cheap(?:er|est)?|expensive|affordable|budget)\b
  2.4 \b(?:siz(?:e|es|ing)|dimensions?|measur\w+|weigh(?:t|s)?|length|width|height|capacity|colou?rs?|flavou?rs?|materials?|fabric|ingredients?|specifications?|specs?|features?|battery life|voltage|wattage|nutrition\w*|calories|contents?|composition|variants?|models?)\b
  -2.4 \b(?:wrong|incorrect|different) (?:\w+ )?(?:siz\w+|colou?r|model|flavou?r|item|product)\b
  -2.0 \b(?:exchang\w*|return\w*|refund\w*|cancel\w*|swap\w*|replace\w*|(?:send|sent|sending|give|take) (?:\w+ ){0,3}back)\b
  -2.8 \b(?:still (?:has|have|under|in|within)|within|under) (?:the |its |my |an? )?(?:warranty|guarantee)\b
  2.4 \b(?:does|do|will|can|would) (?:it|this|that|the|these|those|they|your)\b.{0,30}\b(?:fit|work with|come (?:in|with)|include\w*|have|support|contain|run (?:small|large|big)|last|need|connect|help|suit|match|cause|reduce|improve|make)\b
  2.4 \b(?:is|are) (?:it|this|that|the|these|those|they|your|there|any)\b.{0,45}\b(?:waterproof|water ?resistant|washable|machine wash|vegan|vegetarian|veg|gluten|organic|natural|original|genuine|authentic|real|fake|compatible|safe|suitable|good|better|worth|cotton|leather|wool|wood|unisex|for (?:men|women|kids|children|beginners|adults)|dishwasher|bpa|halal|kosher|included|adjustable|durable|made|certified|tested|effective|useful)\b
  2.6 \b(?:recommend\w*|suggest\w*|advice (?:on|about|for|regarding)|which (?:one|is|are|product|size|brand|would|should|type|model|protein|\w+ (?:is|are|should|would))|what.{0,20}\b(?:best|good|better)|best .{0,30}\b(?:for|to|in|under|product|brand)|difference between|compar\w*|versus|help me (?:choose|pick|find|select|decide)|good for|suitable for|useful for|ideal for)\b
  2.0 \b(?:looking|searching|shopping|hunting) for (?:an?|some|the|new|good|something)\b
  1.8 \b(?:i|we) (?:want|need|am looking for|require|m looking for|would like|prefer) (?:an?|some|good|best|new|more|something)\b(?!.{0,20}\b(?:refund|return|cancel|agent|person|human|help|complain\w*|answer|update|invoice|receipt|replacement|explanation|password|pin|account)\b)
  2.0 \b(?:show me|list of|range of|types? of|kinds? of|options? (?:for|of|in)|collection of|varieties) \w+
  2.6 \b(?:warrant(?:y|ies)|guarantees?)\b(?!.{0,10}\bclaim)
  3.0 \b(?:do|can|could|will|would) (?:you|u|it|they) (?:guys )?(?:also )?(?:ship|deliver|send|provide)\b.{0,35}\b(?:to|in|at|internationally|abroad|overseas|worldwide|outside|here)\b
  2.8 \b(?:ship\w*|deliver\w*)\b.{0,15}\b(?:international\w*|abroad|overseas|worldwide|globally|outside|other countries|my (?:country|city|area|town|location|pin ?code)|available (?:in|at|to|for))\b|\binternational(?:ly)? (?:ship\w*|deliver\w*|order\w*)\b
  2.8 \b(?:shipping|delivery|postage|ship)(?: \w+)? (?:costs?|fees?|charges?|prices?|rates?|options?|methods?|area|zones?|destinations?|types?|alternatives?|countries|locations?)\b|\b(?:options?|methods?|alternatives?|types?) (?:for|of) (?:the )?(?:delivery|shipping|shipment)\b|\bfree (?:shipping|delivery)\b|\bcosts? (?:to|of|for) (?:ship\w*|deliver\w*|postage|send)\b
  2.6 \b(?:stores?|shops?|branch(?:es)?|outlets?|showrooms?)\b.{0,30}\b(?:locat\w*|near\w*|address|open\w*|clos\w*|hours?|where|in my|city|around|pick ?up)\b|\bwhere\b.{0,30}\b(?:stores?|shops?|branch(?:es)?|outlets?|showrooms?|located)\b
  3.2 \b(?:opening|business|working|store|shop) (?:hours|times?)\b|\b(?:what time|when) (?:do|are|is) (?:you|the (?:shop|store)) (?:open|close)\b|\bnear(?:est|by| me)\b
  2.6 \b(?:expir\w+ (?:date|on)|expiry|shelf ?life|best before|manufactur\w+|made (?:in|of|from|by|with)|country of origin|batch|fresh stock)\b
  2.6 \b(?:side ?effects?|allergens?|harmful|safe (?:for|to|during|with)|how (?:to|do i|should i|can i|many times|often) (?:use|take|apply|wear|clean|wash|assemble|install|consume|drink|eat|mix|store)|dosage|dose|benefits?|results?|works? for)\b
  3.0 \b(?:verify|verif\w+|check|prove|confirm\w*|scan\w*)\b.{0,30}\b(?:authentic\w*|original\w*|genuine\w*)\b|\b(?:scratch|authenticity|verification) code\b.{0,25}\b(?:product|pack|box|bottle|jar|label|seal)\b
  2.8 \b(?:consult\w*|nutritionist|dieti[ct]ian|diet (?:plan|chart)|expert advice)\b
  2.6 \b(?:pin ?codes?|postcode|zip code)\b.{0,25}\b(?:serviceable|available|deliver\w*|covered)\b|\bdeliver\w*\b.{0,25}\b(?:pin ?code|\d{6})\b
  2.6 \b(?:original|genuine|authentic\w*|fake|counterfeit|legit|100 ?%)\b
  2.0 \b(?:discounts?|sale|offers?|deals?|promotions?|black friday|bulk|wholesale|combo|bundle)\b
  2.4 \b(?:catalog(?:ue)?s?|brochure|user manual|instructions|product (?:info\w*|details?|description|page|specs?|range|line)|details? (?:of|about|on) (?:the|this|your) product)\b
  2.2 \b(?:gift ?wrap\w*|gift sets?|personali[sz]\w+|engrav\w*|customi[sz]\w+|pre-?order\w*|sample\w*)\b
  1.4 \b(?:tell me (?:more )?about|more (?:info\w*|details?) (?:on|about)|want to know (?:more )?about|information about)\b
  1.6 \b(?:can|could|should|may|shall) (?:i|we|my \w+|someone|kids|women|men|children|anyone|a \w+) (?:use|take|wear|consume|eat|drink|mix|wash|apply|have)\b
  1.6 \bwhat (?:is|are|does|s) (?:the |your |an? )?(?:\w+ ){1,4}(?:used for|made|for|do|mean|good)\b
  2.0 \b(?:loss|gain|building|growth|fitness|skin|hair|dry|oily|sensitive|immunity|beginners?|bulking|cutting)\b
  1.5 \b(?:products?|brands?|items?)\b.{0,12}\b(?:for|to|with|from|like|of|under|below)\b
  1.6 \b(?:proteins?|whey|vitamins?|supplements?|powder|capsules?|tablets?|creams?|shampoo|serum|perfume|shoes?|sneakers?|trainers|boots|shirts?|t-?shirts?|dress(?:es)?|jeans|jackets?|coat|trousers|skirt|socks|hats?|bags?|backpack|watch(?:es)?|phones?|laptops?|tablet|headphones?|earbuds|chargers?|cables?|camera|tv|monitor|keyboard|sofa|chairs?|tables?|desk|lamps?|mattress|rug|shelf|mugs?|bottles?|toys?|books?|coffee|tea|snacks?|oil|gloves|rings?|necklace|bike|tent|kettle|blender|mixer|vacuum|pan|knife|curtains?)\b
  1.4 ^(?:price|sizes?|colou?rs?|availability|stock|cost|discount|details?|products?)$

  2.6 \b(?:cuanto (?:cuesta|vale|es)|precios?|disponib\w+|tallas?|hay stock|en stock|tienen|venden|material|garantia|envian a|hacen envios|gastos de envio|horarios?|tiendas?|colores?|medidas)\b
  2.6 \b(?:combien (?:coute|ca coute)|prix|tarifs?|disponib\w+|tailles?|en stock|avez[ -]vous|vendez|livrez[ -]vous|frais de (?:port|livraison)|garantie|horaires|magasins?|couleurs?|matiere|dimensions)\b
  2.6 \b(?:wie ?viel kost\w+|was kost\w+|preise?|verfugbar|vorratig|lieferbar|auf lager|grossen?|liefern sie|versandkosten|garantie|offnungszeiten|filialen?|farben?|haben sie|gibt es|masse|wasserdicht)\b
`;
