import type { ScanKind, ScanPlan } from '../scenarios/scenario-order';

/** The same text in English and in Spanish, the language of the sandbox's account. */
type Words = [english: string, spanish: string];

/** Descriptions of the codes. The vendor names only a few as examples, so others are possible. */
const CODES: Record<string, Words> = {
  OC: ['Shipment information sent to FedEx', 'Información de envío transmitida a FedEx'],
  IN: ['Initiated', 'Iniciado'],
  PU: ['Picked up', 'Recogido'],
  AR: ['At local FedEx facility', 'En instalación local de FedEx'],
  DP: ['Departed FedEx location', 'Salió del centro de FedEx'],
  AF: ['At FedEx facility', 'En instalación de FedEx'],
  IT: ['In transit', 'En tránsito'],
  CC: ['International shipment release - Import', 'Autorización de envío internacional - Importación'],
  CP: ['Clearance in progress', 'Despacho de aduanas en curso'],
  CD: ['Clearance delay - Import', 'Retraso en el despacho de aduanas - Importación'],
  OD: ['On FedEx vehicle for delivery', 'En vehículo de FedEx para la entrega'],
  DL: ['Delivered', 'Entregado'],
  DE: ['Delivery exception', 'Excepción en la entrega'],
  SE: ['Shipment exception', 'Excepción en el envío'],
  DY: ['Delay', 'Retraso'],
  DD: ['Delivery delay', 'Retraso en la entrega'],
  HL: ['Ready for recipient pickup', 'Listo para ser recogido por el destinatario'],
  HP: ['Ready for pickup at a retail location', 'Listo para recoger en un establecimiento'],
  RS: ['Returning package to shipper', 'Devolviendo el paquete al remitente'],
  CA: ['Shipment cancelled by sender', 'Envío cancelado por el remitente'],
};
const UNDOCUMENTED: Words = ['Processing at FedEx facility', 'En proceso en instalación de FedEx'];

const SCANS: Record<ScanKind, string> = {
  label: 'OC',
  voided: 'CA',
  picked_up: 'PU',
  departed: 'DP',
  arrived: 'AR',
  out: 'OD',
  attempted: 'DE',
  weather: 'DE',
  delayed: 'DY',
  damaged: 'SE',
  customs: 'CD',
  held: 'HL',
  sent_back: 'RS',
  returning: 'RS',
  delivered: 'DL',
};

const REASONS: Partial<Record<ScanKind, [reason: string, words: Words]>> = {
  attempted: ['08', ['Customer not available or business closed', 'Cliente no disponible o empresa cerrada']],
  weather: ['14', ['Local weather delay - Delivery not attempted', 'Retraso por el clima - No se intentó la entrega']],
  damaged: ['10', ['Damaged - Delivery not completed', 'Dañado - Entrega no completada']],
};

/** What FedEx says to a scan; the codes are the same in every language, the words are not. */
export interface FedexStatus {
  code: string;
  description: string;
  /** Why, where the scan is an exception. */
  reason?: { code: string; description: string };
}

/** @param locale of the header `x-locale`; words are English when it begins with `en` */
export function fedexStatusOf({ kind, code = SCANS[kind] }: ScanPlan, locale: string | undefined): FedexStatus {
  const language = locale?.startsWith('en') ? 0 : 1;
  const [reason, words] = REASONS[kind] ?? [];
  return {
    code,
    description: (CODES[code] ?? UNDOCUMENTED)[language],
    ...(reason && words ? { reason: { code: reason, description: words[language] } } : {}),
  };
}
