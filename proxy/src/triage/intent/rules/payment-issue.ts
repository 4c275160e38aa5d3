import { ruleTable } from '../rule-table';

/** Money taken, not taken, or how it may be paid; invoices; codes that were not applied. */
export const PAYMENT_ISSUE_RULES = ruleTable`
  3.6 \b(?:charg\w*|bill\w*|debit\w*|deduct\w*|paid|took|taken|pay\w*)\b.{0,45}\b(?:twice|two times|2 ?(?:x|times)|double|doubly|three times|3 ?(?:x|times)|thrice|multiple times|several times|again|more than once)\b
  3.6 \b(?:double|doubly|duplicate\w*|twice|second|repeated|multiple) (?:\w+ )?(?:charg\w*|bill\w*|debit\w*|payments?|transactions?|deduct\w*|paid)\b
  3.4 \b(?:two|2|three|3|identical|same) (?:\w+ ){0,2}(?:charges|payments|transactions|debits|deductions)\b|\bsame (?:charge|amount|payment|transaction)\b
  3.4 \b(?:unauthori[sz]ed|fraud\w*|unrecogni[sz]ed|unfamiliar|suspicious|unknown|strange|mystery|bogus) (?:\w+ )?(?:<charge>|activity|use)\b
  3.2 \b(?:didnt|did not|dont|do not|never|havent|not) (?:\w+ )?(?:recogni[sz]e|authori[sz]e\w*|make|made|approve\w*|set up|sign up)\b.{0,30}\b(?:<charge>|it|this)\b|\b<charge>\b.{0,45}\b(?:didnt|did not|dont|do not|never|not) (?:\w+ )?(?:recogni[sz]e|authori[sz]e\w*|make|made|approve\w*|mine|done|set up|do|did)\b
  3.0 \b(?:fraud|fraudulent\w*)\b|\b(?:stole|stolen|used) (?:\w+ )?(?:credit |debit |bank )?card\b

  2.8 \b(?:over ?charg\w*|charged (?:too much|more|extra|the wrong|wrong|an? (?:extra|incorrect|different|wrong|higher|additional|fee)|incorrectly|full|for))\b
  3.0 \b(?:every|each|per) month\b.{0,60}\b(?:account|card|bank|charg\w*|debit\w*|deduct\w*)\b|\b(?:went|goes|came|comes|going|gone|left|leaves?|leaving) (?:off|out of|from)? ?my (?:bank )?(?:account|card)\b
  2.8 \b(?:never|not|didnt|did not|havent) (?:\w+ )?(?:sign(?:ed)? up|subscrib\w+|agree\w*|join\w*)\b.{0,30}\b(?:charg\w*|paid|pay|money|account)\b
  2.8 \bcredit notes?\b
  2.4 \bcharg(?:ed|ing)\b
  2.0 \bcharges?\b.{0,25}\b(?:on (?:my|the)|card|account|statement|bank|unknown|what is)\b
  2.6 \b(?:extra|additional|hidden|unexpected|wrong|incorrect|random|small|weird) (?:\w+ )?(?:charges?|fees?|amount)\b
  2.8 \bpay(?:ment|ments|ing)?\b.{0,40}\b<fails>\b
  2.8 \b<fails>\b.{0,30}\b(?:payments?|paying|pay|checkout|transactions?)\b
  2.6 \b(?:cant|cannot|unable to|not able to|couldnt|wont let me|wouldnt let me|trouble|not let me) (?:\w+ ){0,3}(?:pay|checkout|check out)\b
  2.8 \b(?:cards?|visa|mastercard|amex|debit|credit|paypal|klarna|apple pay|google pay|upi|transaction)\b.{0,35}\b<fails>\b
  2.8 \b(?:declin\w*|reject\w*|refus\w*|not accept\w*|wouldnt accept|blocked)\b.{0,30}\b(?:cards?|visa|mastercard|amex|debit|credit|paypal|payment)\b
  2.8 \b(?:money|amount|funds|cash|balance|payment|\$ ?\d+|£ ?\d+|€ ?\d+)\b.{0,30}\b(?:deduct\w*|debited|taken|took|withdrawn|gone|left my|cut|blocked)\b
  2.8 \b(?:deducted|debited|withdrew|withdrawn|took|taken|taking)\b.{0,30}\b(?:from my|money|account|amount|my card|bank|[$£€₹]|out of my)
  3.0 \b(?:invoices?|receipts?|proof of purchase|billing)\b
  3.2 \b(?:on|in) (?:my|the) bill\b
  2.4 \b(?:bills?|vat|gst|tax)\b
  3.0 \b(?:payment|pay|paying) (?:methods?|options?|modes?|types?|plans?|terms?|alternatives?|possibilit\w*)\b|\b(?:methods?|options?|modes?|ways?|types?|forms?) (?:of|for|to) (?:the )?pay(?:ment|ments|ing)?\b
  2.8 \b(?:pay|accept\w*|take|support|use)\b.{0,25}\b(?:paypal|visa|master ?card|amex|american express|apple pay|google pay|klarna|cash on delivery|cod|cash|credit|debit|cards?|bank transfer|gift cards?|bitcoin|crypto\w*|in ?stal?ments?|cheques?|checks|upi|emi|after ?pay|monthly|invoice)\b
  2.8 \b(?:cod|cash on delivery|emi|in ?stal?ments?|klarna|afterpay)\b
  2.2 \b(?:paypal|klarna|apple pay|google pay|afterpay|upi|net ?banking|paytm|gpay|cod|cash on delivery|emi|in ?stal?ments?|direct debit|bank transfer|credit card|debit card)\b
  2.8 \b(?:promo\w*|discount\w*|vouchers?|coupons?|gift cards?|codes?)\b.{0,45}\b(?:not|doesnt|didnt|isnt|wont|wasnt|invalid|expired|fail\w*|error|reject\w*|deducted|taken off|subtracted|appl(?:y|ied|ying)|work\w*|refus\w*|cant|cannot|unable)\b
  2.6 \b(?:apply|applied|redeem|use|forgot)\b.{0,25}\b(?:promo\w*|vouchers?|coupons?|gift cards?|discount code)\b
  2.4 \b(?:bank|card|credit card|account|my) statements?\b
  2.6 \b(?:charge ?back|transaction (?:id|number|failed)|pre-?authori[sz]ation|exchange rates?|conversion (?:rate|fee)s?|currency)\b
  2.2 \b(?:card|payment)\b.{0,25}\b(?:fees?|fee)\b
  1.8 \bpayments?\b
  1.4 \bpaid\b
  1.4 \b(?:my|credit|debit|bank) card\b

  3.6 \b(?:cobr\w+|carg\w+|pag\w+)\b.{0,25}\b(?:dos veces|doble|duplicad\w+|tres veces)\b|\b(?:doble|dos|duplicad\w+) (?:cobros?|cargos?|pagos?)\b|\b(?:cobro|cargo|pago) (?:doble|duplicado)\b
  2.6 \b(?:cobr(?:o|ado|aron|an|aste|ar)|cargos?|pagos?|factura|tarjeta|metodos? de pago|pagar con|no autorizad[oa])\b
  3.6 \b(?:debit\w*|prelev\w*|pay\w*|factur\w*)\b.{0,25}\b(?:deux fois|double\w*|trois fois|2 fois)\b|\bdouble (?:prelevement|paiement|debit|facturation)\b
  2.6 \b(?:factures?|paiements?|prelev\w+|carte (?:refusee|bancaire|bleue)|moyens? de paiement|payer (?:par|avec|en))\b
  3.6 \b(?:doppelt|zweimal|zwei mal|mehrfach|dreimal)\b.{0,25}\b(?:abgebucht|belastet|bezahlt|berechnet|eingezogen|abgezogen|gebucht)\b|\bdoppelte (?:abbuchung|zahlung|belastung)\b
  2.6 \b(?:abgebucht|abbuchung|rechnung\w*|zahlung\w*|bezahl\w*|zahlungsart\w*|lastschrift|kreditkarte|belastet|gutschein\w*|abgelehnt)\b
`;
