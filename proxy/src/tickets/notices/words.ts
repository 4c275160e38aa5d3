import type { Intent, Priority } from '../../contract/vocabulary';
import type { MailLanguage } from '../../replies/mail-language';

/** The words of the vocabulary as people read them. */

export const PRIORITY_WORDS: Record<MailLanguage, Record<Priority, string>> = {
  en: { low: 'low', normal: 'normal', high: 'high', critical: 'critical' },
  es: { low: 'baja', normal: 'normal', high: 'alta', critical: 'crítica' },
  fr: { low: 'basse', normal: 'normale', high: 'haute', critical: 'critique' },
  de: { low: 'niedrig', normal: 'normal', high: 'hoch', critical: 'kritisch' },
};

export const INTENT_WORDS: Record<MailLanguage, Record<Intent, string>> = {
  en: {
    order_tracking: 'order tracking',
    returns: 'return',
    product_information: 'product information',
    delivery_issue: 'delivery problem',
    payment_issue: 'payment problem',
    general_complaint: 'complaint',
    other: 'other',
  },
  es: {
    order_tracking: 'seguimiento de pedido',
    returns: 'devolución',
    product_information: 'información de producto',
    delivery_issue: 'problema de entrega',
    payment_issue: 'problema de pago',
    general_complaint: 'reclamación',
    other: 'otro',
  },
  fr: {
    order_tracking: 'suivi de commande',
    returns: 'retour',
    product_information: 'informations sur un produit',
    delivery_issue: 'problème de livraison',
    payment_issue: 'problème de paiement',
    general_complaint: 'réclamation',
    other: 'autre',
  },
  de: {
    order_tracking: 'Sendungsverfolgung',
    returns: 'Rücksendung',
    product_information: 'Produktauskunft',
    delivery_issue: 'Lieferproblem',
    payment_issue: 'Zahlungsproblem',
    general_complaint: 'Beschwerde',
    other: 'Sonstiges',
  },
};
