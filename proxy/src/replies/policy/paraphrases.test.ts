import { join } from 'node:path';
import type { ReplyLanguage } from '../reply-language';
import { answeringSections } from './answer-questions';
import { openPolicyFolder } from './policy-folder';

/**
 * Questions worded differently from every known one. No answer costs a person's minute, a wrong one a customer: so none may
 * be wrong, and enough must be found for the files to be of use.
 */
const policies = openPolicyFolder(join(__dirname, '../../../policies'), (error) => {
  throw error;
});
const found = (text: string, language: ReplyLanguage): string =>
  answeringSections(text, undefined, policies.book(language))
    .map((section) => section.id)
    .join(' + ');

const ENGLISH: [question: string, section: string][] = [
  ['Hi there, which payment methods can I use in your shop?', 'payment#methods'],
  ['is paypal accepted?', 'payment#methods'],
  ['can i pay by mastercard', 'payment#methods'],
  ['Can I pay the driver in cash?', 'payment#cash-on-delivery'],
  ['Is COD possible?', 'payment#cash-on-delivery'],
  ['Is it possible to pay in installments?', 'payment#instalments'],
  ['Could you send me the invoice please?', 'payment#invoice'],
  ['Where do I download my receipt?', 'payment#invoice'],
  ['why did my payment get declined', 'payment#declined'],
  ['where can I enter my voucher', 'payment#promo-codes'],
  ['My coupon does not work', 'payment#promo-codes'],
  ['Do you have gift vouchers?', 'payment#gift-cards'],
  ['is VAT included in your prices?', 'payment#prices'],
  ['when will you charge my card?', 'payment#when-charged'],
  ['Is it secure to pay by card?', 'payment#security'],
  ['which currency do you charge in', 'payment#currency'],
  ['how can I send an item back', 'returns#how-to-return'],
  ['I’d like to return an item please', 'returns#how-to-return'],
  ['what’s the returns policy', 'returns#how-to-return'],
  ['where can I print the return label?', 'returns#how-to-return'],
  ['what does it cost to return something?', 'returns#return-cost'],
  ['Is the return free of charge?', 'returns#return-cost'],
  ['how many days until I get my refund?', 'returns#refund-time'],
  ['How long do refunds usually take?', 'returns#refund-time'],
  ['Could I swap it for another size?', 'returns#exchange'],
  ['can I exchange this for a different colour', 'returns#exchange'],
  ['how to cancel an order', 'returns#cancel'],
  ['until when can I cancel an order?', 'returns#cancel'],
  ['Can I still add an item to an order?', 'returns#change-order'],
  ['can I return underwear that I opened?', 'returns#excluded'],
  ['Which products can’t be returned?', 'returns#excluded'],
  ['Is it possible to return only part of an order?', 'returns#part-return'],
  ['how can I return a gift I got', 'returns#gift-return'],
  ['how much do you charge for delivery', 'shipping#shipping-cost'],
  ['What is the cost of shipping?', 'shipping#shipping-cost'],
  ['do you have free delivery?', 'shipping#shipping-cost'],
  ['How many days does shipping take?', 'shipping#delivery-time'],
  ['how long is delivery', 'shipping#delivery-time'],
  ['Do you deliver to Switzerland?', 'shipping#countries'],
  ['can you ship to France', 'shipping#countries'],
  ['do you deliver overseas?', 'shipping#countries'],
  ['Which couriers do you use?', 'shipping#carriers'],
  ['how do I track a package', 'shipping#tracking'],
  ['what if nobody is home?', 'shipping#missed-delivery'],
  ['can I change the address of my delivery?', 'shipping#change-address'],
  ['do you deliver at the weekend?', 'shipping#delivery-days'],
  ['Can I pick up my package at a pickup point?', 'shipping#pickup-point'],
  ['do I need to pay customs duties?', 'shipping#customs'],
  ['can I send my order to a friend?', 'shipping#other-address'],
  ['where can I find the order number', 'shipping#find-order'],
  ['how long is your guarantee?', 'warranty#warranty'],
  ['do you have a sizing chart', 'warranty#sizes'],
  ['are these authentic?', 'warranty#genuine'],
  ['how can I make a warranty claim', 'warranty#warranty-claim'],
  ['I can’t remember my password, how do I reset it?', 'faq#password'],
  ['how to sign up', 'faq#account'],
  ['please unsubscribe me from the newsletter', 'faq#newsletter'],
  ['what are your business hours?', 'faq#hours'],
  ['do you have a phone number?', 'faq#contact'],
  ['do you have shops?', 'faq#shops'],
  ['Do you do gift wrapping?', 'faq#gift-wrap'],
  ['are there any job vacancies', 'faq#jobs'],
  ['I want to delete my account', 'faq#close-account'],
  ['can a company order with you?', 'faq#business'],
  ['What happens if a parcel is lost?', 'problems#lost'],
  ['What do I do when the wrong product arrives?', 'problems#wrong-item'],
];

const SPANISH: [question: string, section: string][] = [
  ['¿Se puede pagar con PayPal?', 'payment#methods'],
  ['¿Qué métodos de pago aceptáis?', 'payment#methods'],
  ['¿Puedo pagar en cuotas?', 'payment#instalments'],
  ['Necesito la factura de mi pedido', 'payment#invoice'],
  ['¿dónde descargo la factura?', 'payment#invoice'],
  ['¿Dónde pongo el código de descuento?', 'payment#promo-codes'],
  ['¿Están los impuestos incluidos en los precios?', 'payment#prices'],
  ['¿Cómo se devuelve un producto?', 'returns#how-to-return'],
  ['¿Qué plazo de devolución tienen?', 'returns#how-to-return'],
  ['¿Cuánto cuesta devolver un artículo?', 'returns#return-cost'],
  ['¿La devolución es gratis?', 'returns#return-cost'],
  ['¿Cuántos días tarda un reembolso?', 'returns#refund-time'],
  ['¿Puedo cambiarlo por otra talla?', 'returns#exchange'],
  ['¿Cómo anulo mi pedido?', 'returns#cancel'],
  ['¿Se puede cancelar un pedido?', 'returns#cancel'],
  ['¿Qué productos no se pueden devolver?', 'returns#excluded'],
  ['¿Cuánto cuestan los gastos de envío?', 'shipping#shipping-cost'],
  ['¿El envío es gratuito?', 'shipping#shipping-cost'],
  ['¿Cuánto tarda en llegar el envío?', 'shipping#delivery-time'],
  ['¿Hacen envíos a Suiza?', 'shipping#countries'],
  ['¿Envían al extranjero?', 'shipping#countries'],
  ['¿Con qué transportista envían?', 'shipping#carriers'],
  ['¿Cómo rastreo mi paquete?', 'shipping#tracking'],
  ['¿Puedo cambiar la dirección de envío?', 'shipping#change-address'],
  ['¿Entregan en fin de semana?', 'shipping#delivery-days'],
  ['¿Dónde está mi número de pedido?', 'shipping#find-order'],
  ['¿Cuánto tiempo de garantía tienen?', 'warranty#warranty'],
  ['¿Hay una guía de tallas?', 'warranty#sizes'],
  ['He olvidado mi clave', 'faq#password'],
  ['¿Cómo me doy de alta?', 'faq#account'],
  ['Quiero darme de baja del boletín', 'faq#newsletter'],
  ['¿Qué horario tienen?', 'faq#hours'],
  ['¿Tienen número de teléfono?', 'faq#contact'],
  ['¿Tienen tiendas físicas?', 'faq#shops'],
  ['¿Hay ofertas de empleo?', 'faq#jobs'],
  ['¿Qué pasa si se pierde un paquete?', 'problems#lost'],
];

/** Near a known question in words and far from it in meaning, or about the customer's own order. */
const NO_ANSWER: [text: string, language: ReplyLanguage][] = [
  ['My parcel is late.', 'en'],
  ['My parcel arrived damaged', 'en'],
  ['I received a wrong item', 'en'],
  ['I think my parcel is lost, what can I do?', 'en'],
  ['An item is missing from my parcel', 'en'],
  ['The tracking says delivered and I have nothing', 'en'],
  ['Why is my refund late?', 'en'],
  ['I paid for express delivery and it came late', 'en'],
  ['Can I pay with bitcoin?', 'en'],
  ['Do you accept cheques?', 'en'],
  ['How much is the blue jacket?', 'en'],
  ['How much does the return of my fridge cost you?', 'en'],
  ['Is the jacket in stock in blue?', 'en'],
  ['Does the lamp have a 5 year warranty?', 'en'],
  ['Does the warranty cover water damage?', 'en'],
  ['Do you ship batteries?', 'en'],
  ['Can you ship it today?', 'en'],
  ['Do you deliver to Brazil?', 'en'],
  ['Can you deliver tomorrow?', 'en'],
  ['Is there a discount for nurses?', 'en'],
  ['Why did you cancel my order?', 'en'],
  ['You cancelled my order without asking', 'en'],
  ['I never created an account', 'en'],
  ['Somebody changed my password', 'en'],
  ['My account was deleted', 'en'],
  ['Your newsletter is great', 'en'],
  ['Why was my return rejected?', 'en'],
  ['I returned it and you charged me', 'en'],
  ['My gift card was not accepted', 'en'],
  ['I was charged when my payment was declined', 'en'],
  ['I want to sell my products in your shop', 'en'],
  ['Can my brother pick up my parcel?', 'en'],
  ['The driver refused cash', 'en'],
  ['Is your shop a scam?', 'en'],
  ['Mi paquete se retrasa', 'es'],
  ['He recibido un artículo equivocado', 'es'],
  ['Mi pedido llegó roto', 'es'],
  ['¿Por qué han cancelado mi pedido?', 'es'],
  ['¿Por qué tarda tanto mi reembolso?', 'es'],
  ['¿Puedo pagar con bitcoin?', 'es'],
  ['¿Envían a Brasil?', 'es'],
  ['¿Cuánto cuesta la chaqueta azul?', 'es'],
  ['Alguien ha cambiado mi contraseña', 'es'],
  ['Me han cobrado la devolución', 'es'],
  ['¿Pueden enviarlo hoy?', 'es'],
  ['Mi tarjeta regalo no funciona', 'es'],
  ['Falta un artículo en mi paquete', 'es'],
];

describe.each([
  ['English', 'en', ENGLISH],
  ['Spanish', 'es', SPANISH],
] as const)('questions in %s that nobody wrote down', (_name, language, questions) => {
  const answers = questions.map(([question, section]) => ({ question, section, found: found(question, language) }));

  it('are never answered by a wrong section', () => {
    expect(answers.filter((one) => one.found !== '' && one.found !== one.section)).toEqual([]);
  });
  it('are answered in most cases', () => {
    const right = answers.filter((one) => one.found === one.section).length;
    expect(right / answers.length).toBeGreaterThanOrEqual(0.75);
  });
});

it.each(NO_ANSWER)('nothing in the files answers "%s" (%s)', (text, language) => {
  expect(found(text, language)).toBe('');
});
