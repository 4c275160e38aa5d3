import { triageOffline } from '../triage-offline';

const read = (text: string) => triageOffline({ channel: 'email', text });

const CRITICAL = {
  money: `You billed my credit card two times for the same jacket
    There are two payments of 59.99 on my statement but I only placed one order
    my bank shows you took the money twice
    why did you charge me again for an order I already paid for
    I see a charge from your store that I never made
    Someone has been using my card on your website!!
    I did not authorise this payment of $230
    there's a transaction on my account from you guys i dont know anything about
    double payment deducted from my bank account for order 12345
    Amount debited 2 times, please revert
    payment went through twice because your site froze
    was charged 3x for one pair of shoes
    I've been overbilled - duplicate transaction on 3 May
    You took £40 from my account without my permission
    an unknown charge of $19.99 appears every month from your company
    my card has been charged for two identical orders
    I only bought one but I was billed for two
    There's a duplicate charge on my Visa
    unauthorized purchase with my paypal
    I never signed up for this subscription yet you keep charging my card
    Why do I see the same charge on my card two times?
    Me cobraron dos veces el mismo pedido
    J'ai été débité deux fois
    Mir wurde der Betrag doppelt abgebucht`,
  account_security: `my account has been hacked and somebody ordered a TV
    Someone changed the email address on my account and I can't get in
    I got an order confirmation, but I never placed this order
    I got a mail that my password was changed but it wasn't me
    who logged into my account from Russia?
    i think my account is compromised
    Han hackeado mi cuenta
    Mon compte a été piraté
    Mein Konto wurde gehackt`,
  safety: `The charger you sent caught fire last night
    the blender exploded and cut my hand
    My daughter had an allergic reaction to your cream and is in hospital
    I got an electric shock from the lamp
    The battery is swollen and getting really hot
    found pieces of glass in the baby food
    the heater started smoking when I plugged it in
    the kettle's handle melted and burned my arm
    the ladder collapsed and my husband broke his arm
    your delivery driver threatened me at my door
    my son swallowed a small part that came off the toy
    this product made my whole family sick
    the drill's cable sparked and knocked me back
    Das Ladegerät hat Feuer gefangen
    I will kill myself if it does not come
    I'm going to kill myself
    I feel suicidal because of this
    I just want to die
    I don't want to live anymore
    I swear I'll kill your driver
    I'm going to come to your office and shoot you
    I will burn down your warehouse
    I hope you die
    the courier said he would kill me
    Me voy a matar si no llega
    Quiero quitarme la vida
    Voy a matar a tu repartidor
    Te voy a matar
    Ich bringe mich um, wenn es nicht kommt
    Ich werde euch umbringen
    Je vais me tuer
    Je vais vous tuer`,
  legal: `I will be contacting my lawyer if this is not resolved
    You will hear from my solicitor
    I'm going to report you to trading standards
    this is fraud and I'm calling the police
    I will take you to small claims court
    I'm filing a complaint with the BBB and the FTC
    If you don't refund me I will sue
    This breaches the Consumer Rights Act
    Ich werde meinen Anwalt einschalten
    Voy a poner una denuncia
    Je vais porter plainte`,
} as const;

describe.each(Object.entries(CRITICAL))('critical: %s', (reason, lines) => {
  test.each(lines.split('\n').map((line) => line.trim()))('%s', (text) => {
    const triage = read(text);
    expect(triage).toMatchObject({ priority: 'critical', sentiment: 'negative', requires_human_review: true });
    expect(triage.review_reasons).toEqual(expect.arrayContaining(['critical_priority', reason]));
  });
});

test.each([
  'Is this heater safe to use at night?',
  'Will this cream cause an allergic reaction?',
  'Does the supplement burn fat?',
  'Do you sell smoke detectors?',
  'I want a brand new one',
  'Do you offer a fire tablet case?',
  'I never received my order',
  'Can I pay in two payments?',
  'Do I get charged when I order?',
  'I tried twice to log in',
  'I paid yesterday, where is my order?',
  'Do you accept two gift cards for one order?',
  'Can you send the parcel to the court house in Main Street?',
  'My name is Sue and I would like to return a dress',
  'How often will I be charged, twice a year?',
  'I forgot my password, it was changed long ago',
  'this queue is killing me',
  'you are killing my budget',
  'The shipping costs are killing us',
  'My wife will kill me if the parcel is late',
  'I could kill for a coffee',
  'These shoes are to die for',
  'I am dying to try it',
  'I will shoot you an email with the photos',
  'Does the spray kill ants?',
  'I killed myself trying to assemble the shelf',
  'Do you have Suicide Squad on DVD?',
  'La espera me está matando',
  'Das Warten bringt mich um',
  "L'attente me tue",
])('not critical: %s', (text) => expect(read(text).priority).not.toBe('critical'));
