/** A word directly before a number that makes it a parcel number. */
export const DIRECT_CONTEXT =
  /(?:track(?:ing)?|fed\s?ex|waybill|awb|consignment|parcel|shipment|suivi|seguimiento|rastreo|sendungs?)[\s\w.:#°º-]{0,25}$/i;

/** The same, without words that may stand before a card as well ("paid for the parcel with …"). */
export const TRACKING_CONTEXT = /(?:track(?:ing)?|waybill|awb|suivi|seguimiento|rastreo|sendungs?)[\s\w.:#°º-]{0,25}$/i;

/** A word near a number that makes it a payment card or a bank account. */
export const CARD_CONTEXT =
  /card|pay(?:ment|ing)?\b|paid|charge|visa|master\s?card|amex|iban|account|tarjeta|carte|karte|konto|compte|cuenta/i;
