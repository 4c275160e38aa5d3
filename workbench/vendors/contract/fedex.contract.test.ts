import { createFedexClient } from '../../../proxy/src/commerce/carriers/fedex-client';
import { startDeadline } from '../../../proxy/src/resilience/deadline';
import { contractBook, type Need } from './contract-book';
import { openApiContract, type OpenApiDocument } from './open-api-contract';
import { describeWithSpecifications, specificationObject } from './reference';
import { having, listOf, matching, text, whole } from './shape';
import { quietOrders, speakWithSandbox, type SpokenWithSandbox } from './spoken-with-sandbox';

const TRACK = 'POST /track/v1/trackingnumbers';
const TOKEN = 'POST /oauth/token';

/** What the reader of tokens and `readFedexParcel` rely on. */
const result = having({
  latestStatusDetail: having({ derivedCode: text, statusByLocale: text }),
  scanEvents: listOf(having({ date: matching(/T\d\d:\d\d/), derivedStatusCode: text, eventDescription: text }), 1),
  dateAndTimes: listOf(having({ type: text, dateTime: text })),
});
const denied = having({ error: having({ code: text }) });
const NEEDS: Need[] = [
  { operation: TOKEN, status: 200, schema: having({ access_token: text, expires_in: whole }) },
  {
    operation: TRACK,
    status: 200,
    schema: having({
      output: having({
        completeTrackResults: listOf(having({ trackResults: listOf({ if: denied, else: result }, 1) }), 1),
      }),
    }),
  },
];
const contracts = () =>
  ['fedex.track-trackingnumbers.json', 'fedex.authorization.json'].map((file) =>
    openApiContract(specificationObject(file) as OpenApiDocument),
  );

describeWithSpecifications('the contract with FedEx', () => {
  let fedex: SpokenWithSandbox;
  beforeAll(async () => {
    fedex = await speakWithSandbox('fedex');
  });
  afterAll(() => fedex.close());

  it('is kept by every request and every answer, but where it is known not to be', async () => {
    const book = contractBook('fedex', contracts(), NEEDS);
    const client = createFedexClient(fedex.settings.fedex!, fedex.options);
    // A complaint about one number only is a failure of the client, and an answer all the same.
    for (const { shipments } of quietOrders)
      for (const { trackingNumber } of shipments)
        await client.track(trackingNumber, startDeadline(2000)).catch(() => undefined);
    const [token, track, ...more] = fedex.heard();
    book.talk([token!, track!, ...more]);
    expect(book.counted()).toMatchObject({ [`${TOKEN} 200`]: 1, [`${TRACK} 200`]: expect.any(Number) });

    const { request } = track!;
    const asking = (body: object) => ({ ...request, body: JSON.stringify(body) });
    const number = (trackingNumber: string) => ({ trackingNumberInfo: { trackingNumber } });
    for (const wrong of [
      { ...request, headers: { ...request.headers, authorization: 'Bearer no' } },
      asking({ trackingInfo: [number('1')] }),
      asking({ includeDetailedScans: true, trackingInfo: [number('')] }),
      asking({ includeDetailedScans: true, trackingInfo: Array.from({ length: 31 }, () => number('1')) }),
      { ...token!.request, body: 'grant_type=client_credentials&client_id=no&client_secret=no' },
    ])
      book.answers([await fedex.send(wrong)]);
    for (const wanted of [token!.request, request]) book.answers(await fedex.complaints(wanted));
    expect(book.verdict()).toEqual({ unexplained: [], needless: [] });
  });
});
