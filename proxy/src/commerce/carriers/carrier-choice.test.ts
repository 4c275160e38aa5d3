import { carrierOfCompany, carriersToAsk } from './carrier-choice';

const UPS = '1Z12345E0205271688';
const FEDEX = '986578788855';

describe('the carrier to ask', () => {
  it.each([
    ['FedEx', 'fedex'],
    ['FEDEX Ground®', 'fedex'],
    ['Federal Express', 'fedex'],
    ['U.P.S.', 'ups'],
    ['United Parcel Service', 'ups'],
    ['DHL', null],
    ['', null],
    [null, null],
  ])('a shop that writes %j means %s', (company, carrier) => expect(carrierOfCompany(company)).toBe(carrier));

  it.each([
    ['UPS', UPS, ['ups']],
    ['FedEx', FEDEX, ['fedex']],
    ['FedEx', UPS, ['ups', 'fedex']],
    ['UPS', FEDEX, ['ups', 'fedex']],
    ['FedEx', '7942657890', ['fedex']],
    [null, UPS, ['ups']],
    [null, FEDEX, ['fedex']],
    [null, '7942657890', ['ups', 'fedex']],
    ['DHL', FEDEX, []],
    ['DHL', UPS, ['ups']],
  ])('%s with %s asks %j', (company, number, carriers) => expect(carriersToAsk(company, number)).toEqual(carriers));
});
