import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isEnumType, isObjectType, parse, validate, type GraphQLSchema } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { createFedexClient } from '../../proxy/src/commerce/carriers/fedex-client';
import { createUpsClient } from '../../proxy/src/commerce/carriers/ups-client';
import { startDeadline } from '../../proxy/src/commerce/deadline';
import { FIND_ORDERS, FIND_PARCELS } from '../../proxy/src/commerce/shopify/order-operations';
import { createFedexStandIn } from './fedex/fedex-stand-in';
import { SANDBOX_CREDENTIAL } from './sandbox-credential';
import { demoOrders } from './scenarios/demo-orders';
import type { Exchange, Reply, VendorStandIn } from './server/exchange';
import { createFaultPlan } from './server/fault-plan';
import { startVendorServer } from './server/start-vendor-server';
import { shopSchema } from './shopify/shop-schema';
import { createVendorState } from './state/vendor-state';
import { createStripeStandIn } from './stripe/stripe-stand-in';
import { createUpsStandIn } from './ups/ups-stand-in';
import { vendorValidators } from './vendor-validators';

const folder = join(process.env.RCC_REFERENCE_DIR ?? '', 'specs');
const isThere = process.env.RCC_REFERENCE_DIR !== undefined && existsSync(folder);
if (!isThere) console.log('skipped: agreement with the vendors’ specifications needs RCC_REFERENCE_DIR');
const whenThere = isThere ? describe : describe.skip;

const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const openApi = (file: string) =>
  vendorValidators(file.endsWith('.yaml') ? parseYaml(text(file)) : JSON.parse(text(file)));
const problems = (validator: ReturnType<ReturnType<typeof openApi>>, body: unknown) =>
  validator(body) ? [] : validator.errors?.map(({ instancePath, message, params }) => [instancePath, message, params]);

const now = () => new Date('2026-03-10T12:00:00Z');
const shipments = demoOrders.flatMap((order) => order.shipments);

/** Asks through the real client and gives back what was sent and answered. */
async function conversation(standIn: VendorStandIn, talk: (baseUrl: string) => Promise<void>) {
  const heard: { exchange: Exchange; reply: Reply }[] = [];
  const recording: VendorStandIn = {
    ...standIn,
    answer(exchange) {
      const reply = standIn.answer(exchange);
      heard.push({ exchange, reply });
      return reply;
    },
  };
  const server = await startVendorServer(recording, createFaultPlan(), 0, () => undefined);
  try {
    await talk(server.url);
  } finally {
    await server.close();
  }
  return heard;
}
const carrierSettings = (baseUrl: string) => ({
  origin: 'sandbox' as const,
  baseUrl,
  clientId: SANDBOX_CREDENTIAL,
  clientSecret: SANDBOX_CREDENTIAL,
});
const options = { attemptTimeoutMs: 4000, now };

whenThere('UPS', () => {
  it('documents every answer of its sandbox, and the client sends what is required', async () => {
    const [tracking, tokens] = [openApi('ups.Tracking.yaml'), openApi('ups.OAuthClientCredentials.yaml')];
    const heard = await conversation(createUpsStandIn(now), async (baseUrl) => {
      const client = createUpsClient(carrierSettings(baseUrl), options);
      for (const { trackingNumber } of shipments) await client.track(trackingNumber, startDeadline(4000));
      await client.close();
    });
    const [token, ...tracks] = heard;
    expect(problems(tokens('tokenSuccessResponse'), token?.reply.body)).toEqual([]);
    expect(tracks).toHaveLength(shipments.length);
    for (const { exchange, reply } of tracks) {
      expect(problems(tracking(reply.status === 200 ? 'TrackApiResponse' : 'Response'), reply.body)).toEqual([]);
      expect(exchange.headers).toMatchObject({ transid: expect.any(String), transactionsrc: expect.any(String) });
    }
  });

  it('documents the sandbox’s complaints', () => {
    const standIn = createUpsStandIn(now);
    for (const { body } of [
      standIn.serverError(),
      standIn.unauthorized(),
      standIn.rateLimited({ kind: 'rate_limited' }),
    ])
      expect(problems(openApi('ups.Tracking.yaml')('Response'), body)).toEqual([]);
  });

  it('would not accept a misspelt property', () =>
    expect(openApi('ups.Tracking.yaml')('TrackApiResponse')({ trackRespnse: {} })).toBe(false));
});

whenThere('FedEx', () => {
  it('documents every request of the client and every answer of its sandbox but the one known to differ', async () => {
    const [tracking, tokens] = [openApi('fedex.track-trackingnumbers.json'), openApi('fedex.authorization.json')];
    const heard = await conversation(createFedexStandIn(now), async (baseUrl) => {
      const client = createFedexClient(carrierSettings(baseUrl), options);
      for (const { trackingNumber } of shipments) await client.track(trackingNumber, startDeadline(4000));
      await client.close();
    });
    const [token, ...tracks] = heard;
    expect(problems(tokens('Response'), token?.reply.body)).toEqual([]);
    const differing: unknown[] = [];
    for (const { exchange, reply } of tracks) {
      expect(problems(tracking('Full_Schema_Tracking_Numbers'), JSON.parse(exchange.body))).toEqual([]);
      for (const problem of problems(tracking('TrkcResponseVO_TrackingNumber'), reply.body) ?? [])
        differing.push(problem[0]);
    }
    // The live service leaves the carrier code empty when it does not know a number; the enumeration has no such value.
    const where = '/output/completeTrackResults/0/trackResults/0/trackingNumberInfo/carrierCode';
    expect(new Set(differing)).toEqual(new Set([where]));
  });

  it('documents the sandbox’s complaints', () => {
    const tracking = openApi('fedex.track-trackingnumbers.json');
    const standIn = createFedexStandIn(now);
    expect(problems(tracking('ErrorResponseVO500'), standIn.serverError().body)).toEqual([]);
    expect(problems(tracking('ErrorResponseVO401'), standIn.unauthorized().body)).toEqual([]);
  });
});

whenThere('Stripe', () => {
  const ask = (path: string, authorization = `Bearer ${SANDBOX_CREDENTIAL}`): Reply =>
    createStripeStandIn(createVendorState(now)).answer({
      method: 'GET',
      path,
      query: new URLSearchParams(),
      headers: { authorization },
      body: '',
    });

  it('documents every charge of its sandbox', () => {
    const charge = openApi('stripe.objects.pruned.json')('charge');
    for (const { id } of demoOrders.flatMap((order) => order.charges))
      expect(problems(charge, ask(`/v1/charges/${id}`).body)).toEqual([]);
  });

  it('documents the sandbox’s complaints', () => {
    const error = openApi('stripe.objects.pruned.json')('error');
    for (const reply of [ask('/v1/charges/ch_no'), ask('/v1/charges', 'Bearer no'), ask('/v1/nothing')])
      expect(problems(error, reply.body)).toEqual([]);
  });
});

whenThere('Shopify', () => {
  const versions = ['2026-07', '2026-10'];
  const vendorSchema = (version: string): GraphQLSchema => buildSchema(text(`shopify.admin.${version}.subset.graphql`));

  it.each(versions)('in version %s accepts the client’s operations', (version) => {
    for (const { query } of [FIND_ORDERS, FIND_PARCELS])
      expect(validate(vendorSchema(version), parse(query))).toEqual([]);
  });

  it.each(versions)('in version %s has every type, field, argument and value of its sandbox', (version) => {
    const vendor = vendorSchema(version);
    for (const type of Object.values(shopSchema.getTypeMap())) {
      if (type.name.startsWith('__')) continue;
      const theirs = vendor.getType(type.name);
      if (isEnumType(type) && isEnumType(theirs))
        expect(theirs.getValues().map(({ name }) => name)).toEqual(
          expect.arrayContaining(type.getValues().map(({ name }) => name)),
        );
      else if (isObjectType(type) && isObjectType(theirs))
        for (const field of Object.values(type.getFields())) {
          const same = theirs.getFields()[field.name];
          expect(`${type.name}.${field.name}: ${same?.type}`).toBe(`${type.name}.${field.name}: ${field.type}`);
          for (const argument of field.args)
            expect(same?.args.find(({ name }) => name === argument.name)?.type.toString()).toBe(String(argument.type));
        }
      else expect(theirs?.constructor).toBe(type.constructor);
    }
  });
});
