import type { Parcel } from '../../contract/order-context';
import { orderState } from './order-state';
import type { TemplateInput, TemplateResult, VerifiedOrder } from './template';

const word = (alternatives: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${alternatives})(?!\p{L})`, 'iu');

/** Whether a template asks which of several parcels or items is meant. */
export const asksWhich = (template: string): boolean => /\.ask_(?:parcel|item)$/.test(template);

/** Something is wrong with what came: a parcel that was handed over, and one of its items. */
const ABOUT_CONTENTS = word(
  String.raw`broken|damaged|cracked|smashed|dented|torn|scratched|faulty|defect\p{L}*|wrong (?:item|size|colou?r|product|thing|one)|missing (?:item|part|from)|incomplete|leak\p{L}*|rot[oa]s?|dañad\p{L}+|defectuos\p{L}+|equivocad\p{L}+|incomplet\p{L}+|rasgad\p{L}+|abollad\p{L}+`,
);
/** Something did not come. */
const ABOUT_ARRIVAL =
  /(?<!\p{L})(?:not|never|n't|still|yet|where|lost|late|delayed|waiting|overdue|stuck|no|aún|todavía|nunca|dónde|perdid\p{L}+|tarde|retras\p{L}+|esperando)(?!\p{L})|n['’]t(?!\p{L})/iu;
const ALL_OF_THEM = word(
  String.raw`both|all|every\p{L}*|neither|none|nothing|entire|whole|either|ambos|ambas|los dos|las dos|todos?|todas?|ningun[oa]|nada|enter[oa]`,
);
const NUMBERED =
  /(?<!\p{L})(?:parcel|package|box|paquete|caja|envío) (?:no\.? ?|number |número |nº ?|#)?(\d{1,2})(?!\d)/iu;
const NTH: readonly RegExp[] = [
  word('first|1st|primer[oa]?'),
  word('second|2nd|segund[oa]'),
  word('third|3rd|tercer[oa]?'),
];
const LONG_WORD = /\p{L}{4,}/gu;

const compact = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();
const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(LONG_WORD) ?? []);

/** Which of several titles a text speaks of: those that share most words with it, if they share any. */
function namedTitles(text: string, titles: readonly string[]): string[] {
  const said = wordsOf(text);
  const shared = titles.map((title) => [...wordsOf(title)].filter((one) => said.has(one)).length);
  const most = Math.max(0, ...shared);
  return most === 0 ? [] : titles.filter((_, index) => shared[index] === most);
}

/** The parcels that a message about a delivery may mean. */
function meantParcels(text: string, parcels: readonly Parcel[]): readonly Parcel[] {
  const numbered = Number(NUMBERED.exec(text)?.[1] ?? 0) || NTH.findIndex((pattern) => pattern.test(text)) + 1;
  const byPlace = parcels[numbered - 1];
  if (byPlace) return [byPlace];
  const flat = compact(text);
  const byNumber = parcels.filter(({ tracking_number: number }) => number && flat.includes(compact(number)));
  if (byNumber.length > 0) return byNumber;
  const titles = new Set(namedTitles(text, [...new Set(parcels.flatMap((parcel) => parcel.line_titles))]));
  const byTitle = parcels.filter((parcel) => parcel.line_titles.some((title) => titles.has(title)));
  if (byTitle.length > 0) return byTitle;
  const isArrived = ({ status }: Parcel) => status === 'delivered';
  const byState = ABOUT_CONTENTS.test(text)
    ? parcels.filter(isArrived)
    : parcels.filter((parcel) => !isArrived(parcel));
  return byState.length > 0 ? byState : parcels;
}

/**
 * The question which of several parcels a delivery problem is about, with the state of each; nothing when that is clear,
 * when all are meant, or when the message is about something else, such as an address.
 */
export function askParcel(order: VerifiedOrder, text: string, { say }: TemplateInput): TemplateResult | undefined {
  const isClear = ALL_OF_THEM.test(text) || !(ABOUT_CONTENTS.test(text) || ABOUT_ARRIVAL.test(text));
  if (isClear || meantParcels(text, order.context.parcels).length < 2) return undefined;
  const state = orderState(order, say);
  return {
    template: 'delivery_issue.ask_parcel',
    paragraphs: [...state.paragraphs, say.askParcel],
    facts: order.context.facts,
    holds: state.holds,
  };
}

/** The question which of several items arrived damaged or wrong or is faulty; nothing when that is clear. */
export function askItem(
  order: VerifiedOrder,
  text: string,
  { request, say }: TemplateInput,
): TemplateResult | undefined {
  const parcels = order.context.parcels;
  const inParcels = parcels.length > 1 ? meantParcels(text, parcels).flatMap((parcel) => parcel.line_titles) : [];
  const known = new Set(order.context.facts.map((fact) => fact.value));
  const titles = [
    ...new Set(inParcels.length > 0 ? inParcels : (order.context.order?.lines ?? []).map(({ title }) => title)),
  ];
  if (!ABOUT_CONTENTS.test(text) || ALL_OF_THEM.test(text) || titles.length < 2) return undefined;
  if (!titles.every((title) => known.has(title)) || namedTitles(text, titles).length === 1) return undefined;
  return {
    template: `${request.intent}.ask_item`,
    paragraphs: [say.itemsOf(order.id, titles.join(', ')), say.askItem],
    facts: order.context.facts,
    holds: [],
  };
}
