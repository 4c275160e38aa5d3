import { openProduct, type TestProduct } from '../product/open-product';

/** Inputs of the flow in the order of its form: flow, run, link, action, code, message, severity. */
const failure = (severity: string) => ({
  text: 'Some Flow',
  text_1: `run-${severity}`,
  text_2: 'https://example.com/run',
  text_3: 'Some_action',
  text_4: 'BadGateway',
  text_5: 'Nothing answered.',
  text_6: severity,
});

describe('Log Flow Error', () => {
  let desk: TestProduct;
  beforeAll(async () => (desk = await openProduct()));
  afterAll(() => desk.close());

  const report = async (severity: string) => {
    const { platform } = desk.product;
    const before = [...platform.outlook.sent()].length;
    const answer = await platform.request('Log Flow Error', failure(severity));
    await platform.idle();
    return { answer, mails: [...platform.outlook.sent()].slice(before) };
  };

  it.each([
    ['warning', 0],
    ['critical', 1],
  ])('keeps a %s in the log and sends the administrator %i mail(s)', async (severity, expected) => {
    const { answer, mails } = await report(severity);
    expect(answer.statusCode).toBe(200);
    expect(mails).toHaveLength(expected);
    expect(desk.rows('rcc_errorlog').filter(({ rcc_runid }) => rcc_runid === `run-${severity}`)).toEqual([
      expect.objectContaining({ rcc_flow: 'Some Flow', rcc_message: 'Nothing answered.' }),
    ]);
  });
});
