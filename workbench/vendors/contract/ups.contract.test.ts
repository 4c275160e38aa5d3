import { createUpsClient } from '../../../proxy/src/commerce/carriers/ups-client';
import { startDeadline } from '../../../proxy/src/resilience/deadline';
import { contractBook, type Need } from './contract-book';
import { openApiContract, type OpenApiDocument } from './open-api-contract';
import { describeWithSpecifications, specificationObject } from './reference';
import { having, listOf, matching, text } from './shape';
import { quietOrders, speakWithSandbox, type SpokenWithSandbox } from './spoken-with-sandbox';

const TRACK = 'GET /track/v1/details/{inquiryNumber}';
const TOKEN = 'POST /security/v1/oauth/token';

/** What the reader of tokens and `readUpsParcel` rely on. */
const status = having({ type: text, description: text });
const NEEDS: Need[] = [
  { operation: TOKEN, status: 200, schema: having({ access_token: text, expires_in: matching(/^\d+$/) }) },
  {
    operation: TRACK,
    status: 200,
    schema: having({
      trackResponse: having({
        shipment: listOf(
          having({
            package: listOf(
              having({
                activity: listOf(having({ date: text, time: text, status }), 1),
                deliveryDate: listOf(having({ type: text, date: matching(/^\d{8}$/) })),
              }),
              1,
            ),
          }),
          1,
        ),
      }),
    }),
  },
];
const contracts = () => [
  openApiContract(specificationObject('ups.Tracking.yaml') as OpenApiDocument, '/api'),
  openApiContract(specificationObject('ups.OAuthClientCredentials.yaml') as OpenApiDocument),
];

describeWithSpecifications('the contract with UPS', () => {
  let ups: SpokenWithSandbox;
  beforeAll(async () => {
    ups = await speakWithSandbox('ups');
  });
  afterAll(() => ups.close());

  it('is kept by every request and every answer, but where it is known not to be', async () => {
    const book = contractBook('ups', contracts(), NEEDS);
    const client = createUpsClient(ups.settings.ups!, ups.options);
    // A complaint about one number is a failure of the client, and an answer all the same.
    for (const { shipments } of quietOrders)
      for (const { trackingNumber } of shipments)
        await client.track(trackingNumber, startDeadline(2000)).catch(() => undefined);
    const [token, track, ...more] = ups.heard();
    book.talk([token!, track!, ...more]);
    expect(book.counted()).toMatchObject({ [`${TOKEN} 200`]: 1, [`${TRACK} 200`]: expect.any(Number) });

    const unsigned = { ...track!.request, headers: { ...track!.request.headers, authorization: 'Bearer no' } };
    const bare = { ...track!.request, headers: { authorization: track!.request.headers.authorization! } };
    const short = { ...track!.request, path: '/api/track/v1/details/1' };
    const stranger = { ...token!.request, headers: { ...token!.request.headers, authorization: 'Basic bm8=' } };
    const grantless = { ...token!.request, body: 'grant_type=' };
    for (const request of [unsigned, bare, short, stranger, grantless]) book.answers([await ups.send(request)]);
    for (const request of [token!.request, track!.request]) book.answers(await ups.complaints(request));
    expect(book.verdict()).toEqual({ unexplained: [], needless: [] });
  });
});
