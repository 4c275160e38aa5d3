/** The words of the page itself; those of tables and controls come with them. */
const WORDS = {
  1033: {
    title: "Agents' desk",
    customers: "Customers' side",
    person: 'You are',
    language: 'Language',
    theme: 'Theme',
    light: 'Light',
    dark: 'Dark',
    view: 'View',
    queue: 'Queue',
    ticket: 'Ticket',
    analytics: 'Analytics',
    no_ticket: 'Open a ticket in the queue and it is shown here.',
    order: 'Order',
    publish: "Count today's figures now",
    publishing: 'The flow Publish Metrics is counting…',
    published: 'The figures are up to date.',
    not_published: 'The flow Publish Metrics has failed; the page of runs says why.',
    building: 'The controls are being built. This takes a minute or two; the page goes on by itself.',
    ok: 'OK',
    yes: 'Yes',
    cancel: 'Cancel',
    choose: 'Choose a person',
    find: 'Find',
    nobody: 'Nobody has that name.',
    empty: '–',
    summary: 'Summary',
    times: 'Times',
    reading: 'Reading',
  },
  3082: {
    title: 'Puesto de agentes',
    customers: 'Lado del cliente',
    person: 'Usted es',
    language: 'Idioma',
    theme: 'Tema',
    light: 'Claro',
    dark: 'Oscuro',
    view: 'Vista',
    queue: 'Cola',
    ticket: 'Ticket',
    analytics: 'Análisis',
    no_ticket: 'Abra un ticket de la cola y se mostrará aquí.',
    order: 'Pedido',
    publish: 'Calcular ahora las cifras de hoy',
    publishing: 'El flujo Publish Metrics está calculando…',
    published: 'Las cifras están al día.',
    not_published: 'El flujo Publish Metrics ha fallado; la página de ejecuciones indica el motivo.',
    building: 'Se están compilando los controles. Tarda uno o dos minutos; la página continuará por sí sola.',
    ok: 'Aceptar',
    yes: 'Sí',
    cancel: 'Cancelar',
    choose: 'Elija a una persona',
    find: 'Buscar',
    nobody: 'Nadie tiene ese nombre.',
    empty: '–',
    summary: 'Resumen',
    times: 'Plazos',
    reading: 'Clasificación',
  },
} as const;

export type Language = keyof typeof WORDS;
export type Word = keyof (typeof WORDS)[1033];
export type Words = (word: Word) => string;

export const LANGUAGES: readonly (readonly [Language, string])[] = [
  [1033, 'English'],
  [3082, 'Español'],
];

export const wordsIn =
  (language: Language): Words =>
  (word) =>
    WORDS[language][word];
