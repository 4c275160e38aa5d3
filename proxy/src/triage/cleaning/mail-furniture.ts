const DEVICE =
  '(?:i ?phone|i ?pad|i ?pod|android|samsung|galaxy|huawei|xiaomi|pixel|oneplus|nokia|blackberry|windows phone|smartphone|mobile|mobiltelefon|handy|phone|téléphone|teléfono|móvil|portable|tablet|tablette|tableta|outlook|yahoo|gmail|gmx|web\\.de|proton\\w*|aol|mail(?: app)? (?:for|für|pour|para)|windows mail|apple mail|thunderbird|mailbox|telekom|orange|vodafone|spark)';

/** Lines that a mail program or gateway adds, each alone on its line. */
const FURNITURE: readonly RegExp[] = [
  new RegExp(
    `^(?:sent|envoyé|enviado|gesendet|inviato|verzonden|skickat|wysłane|wysłano) (?:from|via|using|with|de|depuis|à partir de|desde|con|von|mit|aus|da|vanaf|met|från|z|ze) (?:my |the |mon |ma |mi |meinem |meiner |il mio |mijn |min )?(?:\\w+ ){0,2}?${DEVICE}\\b[^?!]{0,60}$`,
    'i',
  ),
  new RegExp(`^(?:von|aus) (?:meinem|meiner|unterwegs).{0,40}gesendet\\.?$`, 'i'),
  /^(?:diese nachricht wurde von mein.{0,60} gesendet\.?|get outlook for .{0,60}|(?:télécharger|obtenir) outlook pour .{0,60}|(?:obtener|obtén|descargar) outlook para .{0,60}|outlook für .{0,20} (?:herunterladen|beziehen|abrufen).{0,40}|enviado desde mi \S{0,30})$/i,
  // Pictures and trackers that became text.
  /^(?:\[(?:image|cid|bild|imagen|logo|inline image)[:\s][^\]\n]{0,200}\]|\[(?:image|logo|bild)\]|<image\d{1,4}\.\w{3,4}>)$/i,
  // Banners of gateways.
  /^\W{0,6}(?:caution|warning|attention|achtung|external(?: e-?mail)?|externe e-?mail)\b.{0,30}\b(?:e-?mail|message|nachricht|sender)\b.{0,20}\b(?:originat\w+|comes?|came|sent|is|stammt|kommt|von)\b.{0,10}\b(?:outside|external|außerhalb|extern\w*)\b.{0,300}$/i,
  /^(?:you don['’]t often get e?mail from|learn why this is important|sie erhalten nicht häufig e-?mails? von|vous (?:ne )?recevez (?:pas )?souvent .{0,10}(?:e-?mails?|courriers?) de|no suele recibir correos? de).{0,300}$/i,
  // Virus scanners, trees, ticket systems.
  /^(?:virus-?free\b.{0,80}|this (?:e-?mail|message) (?:has been|was) (?:checked|scanned) .{0,120}|diese e-?mail wurde .{0,60}(?:viren|avast).{0,60}|scanned by .{0,60})$/i,
  /^(?:p\.?\s?)?(?:please )?(?:consider the environment|think (?:of the environment )?before (?:you )?print|bitte (?:denken sie|prüfen sie).{0,30}(?:umwelt|drucken|ausdruck)|pensez à l['’]environnement|avant d['’]imprimer|antes de imprimir).{0,160}$/i,
  /^(?:ref:_?\w[\w.!]{5,60}:ref|this e-?mail is a service from .{0,120}|\[[A-Z0-9]{5,8}-[A-Z0-9]{4,6}\])$/,
];

/** Whether a line was added by a mail program, a gateway or a ticket system. @param line trimmed */
export const isFurniture = (line: string): boolean => line.length <= 420 && FURNITURE.some((form) => form.test(line));
