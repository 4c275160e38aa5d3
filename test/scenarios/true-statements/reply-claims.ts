import type { OrderTruth, ParcelTruth } from './scenario-truth';

export type Language = 'en' | 'es';

/** One thing a reply states, and whether it is so. */
export interface Claim {
  what: string;
  said: string;
  isTrue: boolean;
}

const MONTHS: Record<Language, string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};
const DAY: Record<Language, string> = {
  en: String.raw`\d{1,2} [A-Z][a-z]+ \d{4}`,
  es: String.raw`\d{1,2} de [a-z]+ de \d{4}`,
};

/** `2 March 2026` or `2 de marzo de 2026` as `2026-03-02`. */
function isoDay(said: string, language: Language): string {
  const [day, month, year] = said.replaceAll(' de ', ' ').split(' ') as [string, string, string];
  return `${year}-${String(MONTHS[language].indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** What a parcel's sentence says of its state; `{c}` stands for the carrier, `{on}` for the day. */
const STATES: Record<Language, [status: string, sentence: string][]> = {
  en: [
    ['out_for_delivery', ' is out for delivery(?: with {c})?.'],
    ['in_transit', ' is in transit(?: with {c})?.'],
    ['picked_up', ' was picked up by {c} and is on its way.'],
    ['customs', ' is in customs clearance(?: with {c})?.'],
    ['delivered', ' was delivered(?: by {c})?(?: on {on})?.'],
    ['delivery_attempted', ': {c} attempted delivery.'],
    ['delayed', ' is delayed(?: with {c})?.'],
    ['exception', ' is held up on the way(?: with {c})?.'],
    ['ready_for_pickup', ' is ready for pickup(?: with {c})?.'],
    ['label_created', ' was announced to {c} and has not been handed over yet.'],
    ['not_found', ': {c} does not show any scans yet.'],
    ['returning', ' is on its way back to us(?: with {c})?.'],
    ['returned', ' was returned to us.'],
    ['cancelled', ': this shipment was cancelled.'],
    ['unknown', ': we have no current status.'],
  ],
  es: [
    ['out_for_delivery', ' está en reparto(?: con {c})?.'],
    ['in_transit', ' está en tránsito(?: con {c})?.'],
    ['picked_up', ' fue recogido por {c} y está en camino.'],
    ['customs', ' está en la aduana(?: con {c})?.'],
    ['delivered', ' fue entregado(?: por {c})?(?: el {on})?.'],
    ['delivery_attempted', ': {c} intentó la entrega.'],
    ['delayed', ' está retrasado(?: con {c})?.'],
    ['exception', ' está retenido(?: con {c})?.'],
    ['ready_for_pickup', ' está listo para recoger(?: con {c})?.'],
    ['label_created', ' fue anunciado (?:a {c}|al transportista) y aún no ha sido entregado al transportista.'],
    ['not_found', ': {c} aún no muestra registros.'],
    ['returning', ' está de vuelta a nuestro almacén.'],
    ['returned', ' ha sido devuelto.'],
    ['cancelled', ': este envío fue cancelado.'],
    ['unknown', ': no tenemos un estado actual.'],
  ],
};

/** Sentences with one value each, by what they are about. */
const SENTENCES: Record<Language, Record<string, string>> = {
  en: {
    expected: 'Expected delivery: {on}.',
    wasExpected: 'It was expected on {on}.',
    reason: 'Reason given by the carrier: (?<value>.+?)\\.(?= |$)',
    contents: 'Contents: (?<value>.+?)\\.(?= |$)',
    number: 'Tracking number: (?<value>\\w+).',
    seen: 'Status as of {on}, (?<value>\\d\\d:\\d\\d) UTC.',
    link: 'You can follow it here: (?<value>https://\\S+)',
    parcels: '^Your order (?<id>ORD-[\\w-]+) travels in (?<value>\\d+) parcels:',
    waiting: 'Part of the order has not been shipped yet: (?<value>.+)\\.$',
    notShipped: '^Your order (?<id>ORD-[\\w-]+)(?:, placed on {on},)? has not been shipped yet.',
    cancelled: '^Your order (?<id>ORD-[\\w-]+) was cancelled(?: on {on})?.',
    refunded: '(?<value>[\\d.]+ [A-Z]{3}) was refunded.',
    charges: '^These are the charges for order (?<id>ORD-[\\w-]+):',
    charge: '^- (?<value>[\\d.]+ [A-Z]{3}), charged on {on}$',
    refunds: '^These are the refunds for order (?<id>ORD-[\\w-]+):',
    refund: '^- Refund of {on}: (?<value>[\\d.]+ [A-Z]{3})$',
    pendingRefund: '^- Refund of {on} \\(pending\\): (?<value>[\\d.]+ [A-Z]{3})$',
    items: '^Items of your order (?<id>ORD-[\\w-]+): (?<value>.+)\\.$',
    notLookedUp: 'We could not look up order (?<id>ORD-[\\w-]+) just now.',
  },
  es: {
    expected: 'Entrega prevista: {on}.',
    wasExpected: 'Estaba previsto para el {on}.',
    reason: 'Motivo según el transportista: (?<value>.+?)\\.(?= |$)',
    contents: 'Contenido: (?<value>.+?)\\.(?= |$)',
    number: 'Número de seguimiento: (?<value>\\w+).',
    seen: 'Estado actualizado: {on}, (?<value>\\d\\d:\\d\\d) UTC.',
    link: 'Puede seguirlo aquí: (?<value>https://\\S+)',
    parcels: '^Su pedido (?<id>ORD-[\\w-]+) viaja en (?<value>\\d+) paquetes:',
    waiting: 'Una parte del pedido aún no ha sido enviada: (?<value>.+)\\.$',
    notShipped: '^Su pedido (?<id>ORD-[\\w-]+)(?:, realizado el {on},)? aún no ha sido enviado.',
    cancelled: '^Su pedido (?<id>ORD-[\\w-]+) fue cancelado(?: el {on})?.',
    refunded: '(?<value>[\\d.]+ [A-Z]{3}) fueron reembolsados.',
    charges: '^Estos son los cargos del pedido (?<id>ORD-[\\w-]+):',
    charge: '^- (?<value>[\\d.]+ [A-Z]{3}), cobrado el {on}$',
    refunds: '^Estos son los reembolsos del pedido (?<id>ORD-[\\w-]+):',
    refund: '^- Reembolso del {on}: (?<value>[\\d.]+ [A-Z]{3})$',
    pendingRefund: '^- Reembolso del {on} \\(pendiente\\): (?<value>[\\d.]+ [A-Z]{3})$',
    items: '^Artículos de su pedido (?<id>ORD-[\\w-]+): (?<value>.+)\\.$',
    notLookedUp: 'Ahora mismo no hemos podido consultar el pedido (?<id>ORD-[\\w-]+).',
  },
};

/** Sentences that state nothing about the order. */
const NEUTRAL: Record<Language, string[]> = {
  en: [
    'If it has not reached you, please reply to this message.',
    'Thank you for your message.',
    'We are sorry to read this.',
    'A person from our team will look at it and answer you.',
    'We understand that this is unpleasant, and we take it seriously.',
    'Which of the parcels is it about?',
    'Which of the items is it about?',
  ],
  es: [
    'Si no lo ha recibido, responda a este mensaje.',
    'Gracias por su mensaje.',
    'Lamentamos leer esto.',
    'Una persona de nuestro equipo lo leerá y le responderá.',
    'Entendemos que es una situación desagradable y la tomamos en serio.',
    '¿De cuál de los paquetes se trata?',
    '¿De cuál de los artículos se trata?',
  ],
};

const SUBJECT: Record<Language, string> = {
  en: '^(?:- )?(?:Your order (?<id>ORD-[\\w-]+)|Parcel (?<index>\\d+) of (?<count>\\d+))',
  es: '^(?:- )?(?:Su pedido (?<id>ORD-[\\w-]+)|Paquete (?<index>\\d+) de (?<count>\\d+))',
};

const pattern = (text: string, language: Language) =>
  new RegExp(
    text
      .replace(/\.$/, '\\.')
      .replace('{c}', '(?<carrier>UPS|FedEx|the carrier|el transportista)')
      .replace('{on}', `(?<on>${DAY[language]})`),
    'u',
  );

const COMPILED = Object.fromEntries(
  (['en', 'es'] as const).map((language) => [
    language,
    {
      states: STATES[language].map(([status, text]) => [status, pattern(SUBJECT[language] + text, language)] as const),
      sentences: Object.entries(SENTENCES[language]).map(([what, text]) => [what, pattern(text, language)] as const),
    },
  ]),
) as Record<Language, Record<'states' | 'sentences', (readonly [string, RegExp])[]>>;

/**
 * Reads a reply sentence by sentence and holds each against what is true.
 * @param policies sentences of policy files in the reply, which state nothing about the order
 * @returns the claims, and what of the reply could not be read
 */
export function claimsOf(
  reply: string,
  language: Language,
  truth: OrderTruth,
  today: string,
  policies: readonly string[],
): { claims: Claim[]; unread: string } {
  const claims: Claim[] = [];
  let text = reply;
  for (const neutral of [...policies, ...NEUTRAL[language]]) text = text.replaceAll(neutral, '');
  const left = text.split('\n').map((line) => {
    let parcel = truth.parcels[0];
    let rest = line;
    const take = (regex: RegExp, judge: (groups: Groups) => Omit<Claim, 'said'>[]) => {
      const match = regex.exec(rest);
      if (!match) return;
      rest = rest.replace(match[0], '');
      const groups: Groups = { ...match.groups, on: match.groups?.on && isoDay(match.groups.on, language) };
      for (const claim of judge(groups)) claims.push({ ...claim, said: match[0] });
      if (groups.id) claims.push({ what: 'order', said: groups.id, isTrue: groups.id === truth.id });
    };
    for (const [status, regex] of COMPILED[language].states)
      take(regex, (groups) => {
        if (groups.index) parcel = truth.parcels[Number(groups.index) - 1];
        return [
          ...stateClaims(status, groups, parcel),
          ...(groups.count ? [{ what: 'parcels', isTrue: Number(groups.count) === truth.parcels.length }] : []),
        ];
      });
    for (const [what, regex] of COMPILED[language].sentences)
      take(regex, (groups) => [{ what, isTrue: isTrue(what, groups, truth, parcel, today) }]);
    return rest.replace(/^- /, '').trim();
  });
  return { claims, unread: left.filter(Boolean).join(' ') };
}

type Groups = Record<string, string | undefined>;

function stateClaims(status: string, { carrier, on }: Groups, parcel: ParcelTruth | undefined): Omit<Claim, 'said'>[] {
  return [
    { what: 'status', isTrue: status === parcel?.status },
    ...(carrier && /^(UPS|FedEx)$/.test(carrier) ? [{ what: 'carrier', isTrue: carrier === parcel?.carrier }] : []),
    ...(on ? [{ what: 'delivered', isTrue: on === parcel?.deliveredOn }] : []),
  ];
}

function isTrue(
  what: string,
  { value = '', on = '' }: Groups,
  truth: OrderTruth,
  parcel: ParcelTruth | undefined,
  today: string,
): boolean {
  switch (what) {
    case 'expected':
      return on === parcel?.expected && on >= today;
    case 'wasExpected':
      return on === parcel?.expected && on < today;
    case 'reason':
      return parcel?.reasons.some((words) => words.startsWith(value)) ?? false;
    case 'contents':
      return value === parcel?.titles.join(', ');
    case 'number':
      return value === parcel?.number;
    case 'seen':
      return parcel?.seenAt.includes(`${on}T${value}`) ?? false;
    case 'link':
      return parcel?.number != null && value.endsWith(`=${parcel.number}`);
    case 'parcels':
      return Number(value) === truth.parcels.length;
    case 'waiting':
      return value === truth.waiting.join(', ');
    case 'notShipped':
      return truth.parcels.length === 0 && !truth.isCancelled && (!on || on === truth.orderedOn);
    case 'cancelled':
      return truth.isCancelled && (!on || on === truth.cancelledOn);
    case 'refunded':
      return value === truth.refunded;
    case 'charge':
      return truth.charges.includes(`${value} ${on}`);
    case 'refund':
    case 'pendingRefund':
      return truth.refunds.includes(`${value} ${on} ${what === 'refund' ? 'succeeded' : 'pending'}`);
    case 'items':
      return value === truth.titles.join(', ');
    case 'charges':
    case 'refunds':
    case 'notLookedUp':
      return true;
    default:
      return false;
  }
}
