import { type ParcelStatus } from '../../contract/vocabulary';

/** A state that a text may claim about an order, a parcel, a payment or a request. */
export type ClaimedState =
  | 'delivered'
  | 'out_for_delivery'
  | 'in_transit'
  | 'on_the_way'
  | 'picked_up'
  | 'shipped'
  | 'partly_shipped'
  | 'label_created'
  | 'preparing'
  | 'customs'
  | 'delayed'
  | 'on_time'
  | 'exception'
  | 'delivery_attempted'
  | 'ready_for_pickup'
  | 'returning'
  | 'returned'
  | 'lost'
  | 'damaged'
  | 'known_to_carrier'
  | 'cancelled'
  | 'refunded'
  | 'refund_pending'
  | 'paid'
  | 'declined'
  | 'duplicate'
  | 'disputed'
  | 'signed'
  | 'left_somewhere'
  | 'free'
  | 'available'
  | 'granted'
  | 'returnable';

/**
 * How each state is worded in English and Spanish. Earlier lines win: "handed to the carrier" is shipping, not
 * delivery, although Spanish uses one verb for both.
 */
const WORDS: [ClaimedState, string][] = [
  [
    'returnable',
    String.raw`(?:send|sending|give|bring|hand|ship) (?:it|them|this|that|these|items?|an? \p{L}+|the \p{L}+|your \p{L}+) back(?: to us)?|(?:be )?(?:sent|given) back(?= (?:too|also|unless|within|as well|like|just)|[.,])|please return|return (?:the|an?|your|any) (?:\p{L}+ )?items?|devuelvan?|returnable|(?:can|cannot|can't|may|could|must|to|not) (?:also |still |only |not )?(?:be returned|return)(?! (?:to (?:us|the sender|our)))|(?:be )?returned (?:like|just|within|unless|too|as well)|devolver(?:lo|la|los|las|se)?|devuelt[oa]s? (?:en|dentro)`,
  ],
  [
    'returning',
    String.raw`(?:on (?:its|the|their) way|being sent|sent|going) back(?: to (?:us|the sender|sender))?|return(?:ing)? to sender|de vuelta (?:a|hacia)`,
  ],
  [
    'returned',
    String.raw`(?:has|have) returned (?:your|the|it|them)|returned to (?:us|the sender|sender|our warehouse)|(?:your|the|an?|su|la|una) (?:return|devolución) (?:has |have |was |is |ha )?(?:been )?(?:received|arrived|completed|llegado|recibida)|(?:went|gone|goes|came|going|sent) back to (?:us|the sender|sender|our warehouse)|(?:received|got) your return|(?:ha sido|fue|está) devuelto`,
  ],
  [
    'refund_pending',
    String.raw`refund(?: (?:is|has been|was))?(?: still| currently| now)? (?:being processed|pending|initiated|started|on (?:its|the) way|under way|in progress|requested|scheduled)|reembolso (?:está )?(?:en curso|en proceso|pendiente|iniciado)`,
  ],
  [
    'refunded',
    String.raw`refunded|reimbursed|(?:returned|back|money|paid|credited|put|dinero|importe)[^.,;]{0,30} (?:to|on|onto|into|in|en|a) (?:your|su) (?:card|bank|account|cuenta|tarjeta|banco)|refund(?: of [^.,;]{1,30})?:?(?: (?:has|have) been| was| were| is| went)? (?:issued|made|paid|sent|completed|processed|approved|granted|confirmed|through)|(?:issued|made|sent|processed|paid|approved) (?:a|the|your) (?:full )?refund|(?:money|amount|sum)[^.,;]{0,30} (?:back|returned|credited|sent back)|credited|reembolsad[oa]s?|reembolso(?: de [^.,;]{1,30})? (?:ha sido |fue |está )?(?:emitido|hecho|realizado|completado|procesado|aprobado)|(?:dinero|importe) (?:ha sido |fue )?(?:devuelto|abonado)|abonad[oa]`,
  ],
  [
    'partly_shipped',
    String.raw`part(?:ly|ially) (?:shipped|fulfilled|dispatched|sent)|parcialmente enviad[oa]|enviad[oa] (?:en parte|parcialmente)`,
  ],
  [
    'shipped',
    String.raw`shipped|dispatched|sent out|fulfilled|left (?:our|the) warehouse|handed (?:over )?to (?:the carrier|[A-Z]\w+)|enviad[oa]s?|despachad[oa]s?|expedid[oa]s?|salido de nuestro almacén|entregad[oa]s? (?:al|a la) (?:transportista|empresa)|entregó al transportista|ha salido`,
  ],
  [
    'out_for_delivery',
    String.raw`out for delivery|repartiendo|on (?:the|a|its) (?:delivery )?(?:van|truck|vehicle)|with the (?:driver|courier)|out with (?:the|a|your) (?:driver|courier)|being delivered(?: now)?|en reparto|para reparto|repartidor lo lleva`,
  ],
  [
    'delivery_attempted',
    String.raw`(?:delivery|deliver)(?: (?:was|has been))? attempt(?:ed|s)?|attempt(?:ed)? (?:a |to |at )?deliver\w*|tried to deliver|intent(?:o|ó|ado)(?: de)? (?:la )?entreg\w+|no one was (?:at )?home|nobody was (?:at )?home`,
  ],
  [
    'ready_for_pickup',
    String.raw`ready (?:for|to be) (?:pick-?(?:ed )?up|collect\w*)|ready to (?:pick up|collect)|wait(?:s|ing) (?:for you )?(?:at|in)|pick(?:ed)? (?:it|them|this|(?:your|the) \p{L}+) up|pick up (?:your|the|this)|collect (?:it|them|your|the|this)|(?:holds?|held|kept|keeps?|keeping)[^.,;]{0,30} for (?:you|collection|pick-?up)|available for (?:pick-?up|collection)|list[oa]s? para (?:recoger|la recogida)|(?:puede|para) recogerl[oa]`,
  ],
  [
    'delivered',
    String.raw`delivered|(?:you|have|has) (?:already )?received (?:it|them|your (?:parcel|order|package)|the (?:parcel|order|package))|dropped (?:it |them )?off|(?:was|been|is) (?:handed over|dropped off)|(?:has|have|had) (?:already )?(?:arrived|reached you)|(?:parcel|package|order|it) arrived|delivery (?:(?:was|is|has been) )?(?:made|completed|complete|successful|confirmed)|confirmed (?:the )?delivery|entregad[oa]s?|(?:ha|han) llegado|llegó|llegaron`,
  ],
  [
    'label_created',
    String.raw`label (?:has been |was |is )?(?:created|printed|made)|announced to (?:the carrier|[A-Z]\w+)|etiqueta (?:ha sido |fue |está )?(?:creada|impresa)|anunciad[oa] (?:al|a)`,
  ],
  [
    'picked_up',
    String.raw`(?:picked up|collected) by|(?:carrier|FedEx|UPS) (?:has )?(?:picked up|collected)|(?:carrier|FedEx|UPS) (?:now |already |currently )?(?:has|have|got|holds) (?:got )?(?:your|the|this) (?:parcel|package|order|shipment|item)|recogid[oa] por`,
  ],
  ['in_transit', String.raw`in transit|en tránsito|en transito`],
  ['on_the_way', String.raw`on (?:its|the|their) way|en route|en camino|moving through|travell?ing`],
  [
    'preparing',
    String.raw`(?:being|is|are) (?:processed|prepared|packed)(?: for)?|(?:are|am) (?:still |currently )?preparing|(?:is|are|lies?) (?:still |currently )?(?:in|at) our warehouse|(?:está|sigue) en nuestro almacén|in preparation|being made ready|en preparación|preparando|se (?:está|prepara)[^.,;]{0,15}(?:preparando|empaquetando)`,
  ],
  ['customs', String.raw`customs|aduanas?`],
  [
    'on_time',
    String.raw`on (?:time|schedule|track)|(?:no|without) delays?|sin retraso|as (?:planned|scheduled)|punctual\p{L}*|a tiempo`,
  ],
  ['delayed', String.raw`delayed|running late|behind schedule|late|retrasad[oa]s?|retraso|con demora`],
  ['exception', String.raw`held up|stuck|delivery exception|exception|incidencia|retenid[oa]`],
  [
    'known_to_carrier',
    String.raw`known to (?:the carrier|[A-Z]\w+)|(?:shows?|has|have) (?:\w+ )?scans?|scanned|conoce(?:n)?|registrad[oa]|muestra (?:\w+ )?(?:registro|movimiento)s?`,
  ],
  ['lost', String.raw`lost|missing|gone astray|perdid[oa]s?|extraviad[oa]s?`],
  ['damaged', String.raw`damaged|broken|dañad[oa]s?|rot[oa]s?`],
  [
    'cancelled',
    String.raw`cancell?ed|called off|voided|cancelad[oa]s?|anulad[oa]s?|cancelación (?:ha sido |está )?(?:hecha|confirmada)`,
  ],
  [
    'duplicate',
    String.raw`(?:charged|billed|paid|debited) (?:you )?(?:twice|double|two times)|(?:double|duplicate|second) charges?|cobrad[oa] (?:dos veces|doble)|(?:cargo|cobro) (?:doble|duplicado)`,
  ],
  ['disputed', String.raw`disputed|dispute is|chargeback|en disputa|disputad[oa]`],
  ['declined', String.raw`declined|rechazad[oa]s?|payment (?:has |was )?(?:failed|not accepted)`],
  [
    'paid',
    String.raw`paid|charged|captured|payment (?:has been|was|is) (?:received|successful|complete\w*|accepted|confirmed)|received (?:your|the) payment|pagad[oa]s?|cobrad[oa]s?|pago (?:ha sido |fue |está )?(?:recibido|confirmado|aceptado)`,
  ],
  ['signed', String.raw`signed (?:for|by)|signature|firmad[oa]|firma`],
  ['left_somewhere', String.raw`(?:was|been|is) left (?:at|with|in|by|on)|dejad[oa] (?:en|con)`],
  [
    'free',
    String.raw`(?<!feel )free(?: of charge)?|at no (?:extra )?(?:cost|charge)|costs? (?:you )?nothing|for nothing|without (?:any )?(?:cost|charge)s?|sin (?:coste|cargo|gastos)|no (?:le |te )?cuestan? nada|gratis|gratuit[oa]s?`,
  ],
  ['available', String.raw`in stock|out of stock|sold out|back in stock|available|agotad[oa]s?|en stock|disponibles?`],
  [
    'granted',
    String.raw`(?:request|claim|return|exchange|replacement|complaint|case|account|address|issue|problem|error)s?(?::| (?:has been|have been|was|were|is|are))(?: \p{L}+ly)? (?:approved|accepted|granted|confirmed|registered|completed|closed|resolved|changed|updated|corrected|extended|reopened|reactivated|removed|fixed|settled)|(?:we|i)(?:'ve| have)? (?:already |just |now )?(?:approved|accepted|granted|changed|updated|corrected|fixed|resolved|extended|waived|replaced|closed|arranged|ordered|booked|filed|opened|contacted|asked|added|removed)|(?:solicitud|reclamación|devolución|dirección|cuenta|caso) (?:ha sido|fue) \p{L}+d[oa]|hemos (?:aprobado|aceptado|cambiado|actualizado|corregido|resuelto|ampliado|sustituido|cerrado|organizado|abierto)`,
  ],
];

/** One pattern per state; the order decides when several fit the same words. */
export const STATE_PATTERNS: readonly (readonly [ClaimedState, RegExp])[] = WORDS.map(
  ([state, source]) => [state, new RegExp(String.raw`(?<![\p{L}\d-])(?:${source})(?![\p{L}\d])`, 'giu')] as const,
);

/** What is true when a parcel has this status; each list holds the status itself where it can be claimed. */
export const STATES_OF_PARCEL: Record<ParcelStatus, readonly ClaimedState[]> = {
  label_created: ['label_created', 'preparing'],
  picked_up: ['picked_up', 'shipped', 'on_the_way', 'known_to_carrier'],
  in_transit: ['in_transit', 'picked_up', 'shipped', 'on_the_way', 'known_to_carrier'],
  customs: ['customs', 'picked_up', 'shipped', 'on_the_way', 'known_to_carrier'],
  out_for_delivery: ['out_for_delivery', 'picked_up', 'shipped', 'on_the_way', 'known_to_carrier'],
  delivered: ['delivered', 'shipped', 'known_to_carrier'],
  delivery_attempted: ['delivery_attempted', 'shipped', 'known_to_carrier'],
  delayed: ['delayed', 'picked_up', 'shipped', 'on_the_way', 'known_to_carrier'],
  exception: ['exception', 'shipped', 'known_to_carrier'],
  ready_for_pickup: ['ready_for_pickup', 'shipped', 'known_to_carrier'],
  returning: ['returning', 'shipped', 'known_to_carrier'],
  returned: ['returned', 'known_to_carrier'],
  cancelled: ['cancelled'],
  not_found: [],
  unknown: [],
};
