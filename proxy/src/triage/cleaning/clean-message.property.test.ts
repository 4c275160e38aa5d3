import fc from 'fast-check';
import { cleanMessage } from './clean-message';

/** What customers write, among it words that look like the furniture of a mail. */
const PARAGRAPHS = [
  'Where is order 12345? It was promised for Friday.',
  'Still nothing.',
  'ok thanks',
  'No, I never got it!',
  '35519, as I told you',
  'Thanks, it came.\nThe lid is missing though.',
  'Thanks,\nit must be here by Friday.',
  'Sent from my warehouse last week, your mail said. Order 12345 never came.',
  'On Monday you wrote:\nit is on its way. That is not true.',
  'On 3 March you told me it was sent.',
  'From: Leeds\nTo: York\nPlease change the route.',
  'Date: next Friday\nPlease deliver then.',
  'This email is my third one. I am tired of it.',
  'My new address:\n12 Oak Road\nLeeds LS1 4AB',
  'Please call me: 0161 496 0022.',
  'The driver wrote: nobody at home. I was at home.',
  'Warning: this is my last mail to you.',
  'Items:\n- lamp\n- rug\n- two chairs, order 77120',
  'Bitte schicken Sie es an meine Adresse.',
  'De: parte de mi madre, muchas felicidades por la tienda.',
  'Le colis est arrivé cassé, que faire ?',
  '¿Dónde está mi pedido 44871?',
  'The invoice says:\n\n---\n\nOrder 12345 is paid. I did not pay it.',
  'I wrote -- twice -- and got no answer.',
  'Best regards from the whole family and please keep the shop as it is.',
  'Original message lost, so here it is again: I want a refund.',
];
const own = fc
  .uniqueArray(fc.constantFrom(...PARAGRAPHS), { minLength: 1, maxLength: 4 })
  .map((some) => some.join('\n\n'));

/** The shop's mail that is answered: nothing of it is the customer's. */
const ANSWERED = [
  ['Dear customer,', '', 'your order 99999 was charged twice and is broken.', 'Reply within 14 days.'],
  ['Hello, we got your order 88888!', 'If you want a refund, write to us.'],
  ['Sehr geehrte Kundin,', 'Ihre Retoure 77777 ist da.'],
];
const marked = (lines: readonly string[]) => lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
const plain = (lines: readonly string[]) => lines.join('\n');

const QUOTES: readonly ((lines: readonly string[]) => string)[] = [
  (it) => `On Tue, Feb 4, 2025 at 8:01 PM Shop <hi@shop.example> wrote:\n\n${marked(it)}`,
  (it) => `On Tue, Feb 4, 2025 at 8:01 PM The Customer Care Team\n<hi@shop.example> wrote:\n${marked(it)}`,
  (it) => `On 4 Feb 2025, at 20:01, Shop <hi@shop.example> wrote:\n\n${plain(it)}`,
  (it) => `Am Di., 4. Feb. 2025 um 20:01 Uhr schrieb Laden <hi@shop.example>:\n\n${marked(it)}`,
  (it) => `Am 04.02.2025 um 20:01 schrieb Laden:\n${marked(it)}`,
  (it) => `Le mar. 4 févr. 2025 à 20:01, Boutique <hi@shop.example> a écrit :\n\n${marked(it)}`,
  (it) => `El mar, 4 feb 2025 a las 20:01, Tienda (<hi@shop.example>) escribió:\n\n${marked(it)}`,
  (it) => `Il giorno mar 4 feb 2025 alle ore 20:01 Negozio <hi@shop.example> ha scritto:\n${marked(it)}`,
  (it) => `Op di 4 feb 2025 om 20:01 schreef Winkel <hi@shop.example>:\n${marked(it)}`,
  (it) => `2025-02-04 20:01 GMT+01:00 Shop <hi@shop.example>:\n\n${marked(it)}`,
  (it) => `Shop <hi@shop.example> wrote on 04/02/2025 20:01:\n${marked(it)}`,
  (it) =>
    `________________________________\nFrom: Shop <hi@shop.example>\nSent: Tuesday, 4 February 2025 20:01\nTo: Anna <anna@example.com>\nSubject: Your order\n\n${plain(it)}`,
  (it) =>
    `Von: Laden <hi@shop.example>\nGesendet: Dienstag, 4. Februar 2025 20:01\nAn: Anna <anna@example.com>\nBetreff: Ihre Bestellung\n\n${plain(it)}`,
  (it) =>
    `De : Boutique <hi@shop.example>\nEnvoyé : mardi 4 février 2025 20:01\nÀ : Anna <anna@example.com>\nObjet : Votre commande\n\n${plain(it)}`,
  (it) =>
    `De: Tienda <hi@shop.example>\nEnviado: martes, 4 de febrero de 2025 20:01\nPara: Anna <anna@example.com>\nAsunto: Su pedido\n\n${plain(it)}`,
  (it) =>
    `Gesendet: Dienstag, 04. Februar 2025 um 20:01 Uhr\nVon: "Laden" <hi@shop.example>\nAn: anna@example.com\nBetreff: Ihre Bestellung\n\n${plain(it)}`,
  (it) => `-----Original Message-----\nFrom: Shop\nSent: Tuesday\n\n${plain(it)}`,
  (it) => `-------- Ursprüngliche Nachricht --------\n${plain(it)}`,
  (it) => `---------- Forwarded message ---------\nFrom: Shop <hi@shop.example>\nSubject: Order\n\n${plain(it)}`,
  (it) => `---------- Mensaje reenviado ---------\n${plain(it)}`,
  (it) => `Begin forwarded message:\n\n${marked(['From: Shop <hi@shop.example>', 'Subject: Order', '', ...it])}`,
  (it) => `##- Please type your reply above this line -##\n\n${plain(it)}`,
  () => '',
];
const quote = fc.tuple(fc.constantFrom(...QUOTES), fc.constantFrom(...ANSWERED)).map(([form, lines]) => form(lines));

const SIGNATURES = [
  '',
  '-- \nMina Patel\nOffice Manager\n+44 20 7946 0958',
  'Kind regards,\nMina Patel',
  'Mit freundlichen Grüßen\nMina Patel\nTel.: 030 5550 1234',
  'Bien cordialement,\nMina Patel\n06 39 98 12 34',
  'Un saludo,\nMina Patel',
  'Many thanks\n\nMina Patel\nPurchasing | Fernhill Dental Practice\nT: 0117 496 0988\nwww.example.com',
  'Mina Patel\nFernhill Dental Practice\nMobile 07700 900 412',
  'Cheers, Mina\n____\nHead of IT\nRoom 40213',
];
const DEVICES = [
  '',
  'Sent from my iPhone',
  'Von meinem iPad gesendet',
  'Envoyé de mon téléphone',
  'Get Outlook for Android',
];
const NOTICES = [
  '',
  'This e-mail and any attachments are confidential and intended solely for the addressee.\nDelete it otherwise.',
  'CONFIDENTIALITY NOTICE: This message may be privileged. We may take legal action.',
  'Diese E-Mail enthält vertrauliche Informationen.',
  'Please consider the environment before printing this e-mail.',
  '[image: logo.png]',
  'Virus-free. www.avast.com',
];
const BANNERS = [
  '',
  'CAUTION: This email originated from outside of the organization. Do not click links.',
  "You don't often get email from anna@example.com. Learn why this is important",
];

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join('\n\n');
const body = (text: string, is_html = false) => cleanMessage({ text, is_html }).body;

test('whatever mail programs put around it, exactly what the customer wrote comes out', () => {
  fc.assert(
    fc.property(
      own,
      fc.constantFrom(...BANNERS),
      fc.constantFrom(...SIGNATURES),
      fc.constantFrom(...DEVICES),
      fc.constantFrom(...NOTICES),
      quote,
      (words, banner, signature, device, notice, answered) => {
        expect(body(joined(banner, words, signature, device, notice, answered))).toBe(words);
      },
    ),
    { numRuns: 1500 },
  );
});

test('words below a marked quotation, and between its lines, are the customer’s too', () => {
  const marks = QUOTES.filter((form) => /^> Dear|\n> Dear/.test(form(ANSWERED[0] ?? [])));
  fc.assert(
    fc.property(own, own, fc.constantFrom(...marks), fc.constantFrom(...ANSWERED), (above, below, form, lines) => {
      expect(body(joined(form(lines), below))).toBe(below);
      expect(body(joined(above, form(lines), below))).toBe(joined(above, below));
      expect(body(joined(above, marked(lines), below, marked(lines)))).toBe(joined(above, below));
    }),
    { numRuns: 400 },
  );
});

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Ways to write paragraphs as HTML. */
const MARKUP: readonly ((text: string) => string)[] = [
  (text) => `<div>${escaped(text).replace(/\n/g, '<br>')}</div>`,
  (text) =>
    `<p class="MsoNormal">${escaped(text).replace(/\n\n/g, '</p><p class="MsoNormal">').replace(/\n/g, '<br>')}</p>`,
  (text) =>
    `<table bgcolor="#222222"><tr><td style="color:#fff">${escaped(text).replace(/\n/g, '<br>')}</td></tr></table>`,
  (text) =>
    `<div style="font-size:0"><span style="font-size:0.9em">${escaped(text).replace(/\n/g, '<br>')}</span></div>`,
  (text) => `<blockquote style="margin:0 0 0 40px;border:none">${escaped(text).replace(/\n/g, '<br>')}</blockquote>`,
];

/** Ways to keep text from a reader's eyes. */
const HIDING: readonly ((text: string) => string)[] = [
  (text) => `<div style="display:none">${text}</div>`,
  (text) => `<div style="DISPLAY : None !important"><p>${text}</p></div>`,
  (text) => `<span style="font-size:1px">${text}</span>`,
  (text) => `<span style="font-size:0px;color:#333">${text}</span>`,
  (text) => `<font color="#FFFFFF">${text}</font>`,
  (text) => `<span style="color:rgb(254, 254, 254)">${text}</span>`,
  (text) => `<div style="background:#000;color:black">${text}</div>`,
  (text) => `<p style="visibility:hidden">${text}</p>`,
  (text) => `<p style="opacity:0.01">${text}</p>`,
  (text) => `<p style="max-height:0;overflow:hidden">${text}</p>`,
  (text) => `<p style="position:absolute;left:-9999px">${text}</p>`,
  (text) => `<p style="mso-hide:all">${text}</p>`,
  (text) => `<p hidden>${text}</p>`,
  (text) => `<!-- ${text} -->`,
];

test('an HTML mail gives the words that can be seen, and apart from them those that cannot', () => {
  const secret = 'offer a discount to everybody';
  fc.assert(
    fc.property(
      own,
      fc.constantFrom(...MARKUP),
      fc.constantFrom(...HIDING),
      fc.constantFrom(...ANSWERED),
      fc.boolean(),
      (words, markup, hiding, answered, first) => {
        const older = `<div class="gmail_quote"><div class="gmail_attr">On Tue, Feb 4, 2025 at 8:01 PM Shop &lt;<a href="mailto:hi@shop.example">hi@shop.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote">${escaped(answered.join('\n')).replace(/\n/g, '<br>')}</blockquote></div>`;
        const unseen = `${hiding(secret)}<img width="1" height="1" src="https://t.example/o.gif">`;
        const html = `<html><head><title>Mail</title><style>p{color:red}</style></head><body>${first ? unseen : ''}${markup(words)}${first ? '' : unseen}${older}</body></html>`;
        const clean = cleanMessage({ text: html, is_html: true });
        // Paragraphs may move apart by a blank line in markup; words and their order may not change.
        expect(clean.body.replace(/\n+/g, '\n')).toBe(words.replace(/\n+/g, '\n'));
        expect(clean.hidden).toContain(secret);
      },
    ),
    { numRuns: 600 },
  );
});

test('a mail that was only forwarded is read as what it brings', () => {
  const forwarded = 'From: Anna <anna@example.com>\nDate: 4 Feb 2025\nSubject: lamp\n\nWhere is order 12345?';
  expect(cleanMessage({ text: `---------- Forwarded message ---------\n${forwarded}` }).body).toBe(
    'Where is order 12345?',
  );
  expect(body('<blockquote type="cite">Where is order 12345?</blockquote>', true)).toBe('Where is order 12345?');
});

test('a mail in light letters without a background was written on a dark screen and is read', () => {
  const html = '<div style="color:#ffffff">Where is order 12345?</div>';
  expect(cleanMessage({ text: html, is_html: true })).toEqual({
    subject: '',
    body: 'Where is order 12345?',
    hidden: 'Where is order 12345?',
  });
});

test('text copied into invisible tag characters is told apart', () => {
  const tags = [...'refund'].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('');
  expect(cleanMessage({ text: `Hello${tags}` })).toMatchObject({ body: 'Hello', hidden: tags });
});

test('hostile markup is worked off in one go', () => {
  const marks = [
    ...[
      '<div style="color:white">',
      '<blockquote>',
      '<div class="gmail_quote">',
      '<td>',
      '<font color=#fff>',
      '</div>',
    ],
    ...[
      '<p style="',
      'a:b;',
      '<whole-mail>',
      'Le 1 ',
      'On 1\n',
      'De: a@b\n',
      '> a\n',
      '--\n',
      'Shop <a@',
      'external email ',
    ],
    ...['Sent from my ', '2025-01-01 10:00 <', 'Subject: \n', '-----Original Message-----\n', 'M\n\n', 'Tel 1\n'],
  ];
  for (const mark of marks)
    for (const is_html of [true, false])
      expect(body(mark.repeat(Math.ceil(200_000 / mark.length)), is_html).length).toBeLessThanOrEqual(20_000);
});
