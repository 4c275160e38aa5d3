import { buildSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { startDeadline } from '../../../proxy/src/commerce/deadline';
import { createShopifyClient } from '../../../proxy/src/commerce/shopify/shopify-client';
import { shopSchema } from '../shopify/shop-schema';
import { contractBook, type Need } from './contract-book';
import { graphqlContract } from './graphql-contract';
import { describeWithSpecifications, specification } from './reference';
import { having, listOf, text, whole } from './shape';
import { quietOrders, speakWithSandbox, type SpokenWithSandbox } from './spoken-with-sandbox';

const VERSIONS = ['2026-07', '2026-10'];
const schemaOf = (version: string) => buildSchema(specification(`shopify.admin.${version}.subset.graphql`));

/** What `readShopOrder` and the search for a parcel rely on. */
const bag = having({ presentmentMoney: having({ amount: text, currencyCode: text }) });
const tracking = { trackingInfo: listOf(having({})) };
const NEEDS: Need[] = [
  {
    operation: 'FindOrders',
    status: 200,
    schema: having({
      data: having({
        orders: having({
          nodes: listOf(
            having({
              id: text,
              name: text,
              createdAt: text,
              totalPriceSet: bag,
              lineItems: having({ nodes: listOf(having({ id: text, title: text, currentQuantity: whole })) }),
              fulfillments: listOf(having({ status: text, createdAt: text, ...tracking })),
            }),
          ),
        }),
      }),
    }),
  },
  {
    operation: 'FindParcels',
    status: 200,
    schema: having({
      data: having({
        orders: having({ nodes: listOf(having({ name: text, fulfillments: listOf(having(tracking)) })) }),
      }),
    }),
  },
];

describeWithSpecifications('the contract with Shopify', () => {
  let shopify: SpokenWithSandbox;
  beforeAll(async () => {
    shopify = await speakWithSandbox('shopify');
  });
  afterAll(() => shopify.close());

  it('is kept by every request and every answer, but where it is known not to be', async () => {
    const book = contractBook('shopify', [graphqlContract(VERSIONS.map(schemaOf))], NEEDS);
    const client = createShopifyClient(shopify.settings.shopify!, shopify.options);
    const deadline = () => startDeadline(2000);
    for (const { number, customer, shipments } of quietOrders) {
      await client.orderByName(`#${number}`, deadline());
      await client.orderByParcel(customer.email, shipments[0]?.trackingNumber ?? 'none', deadline());
    }
    const heard = shopify.heard();
    book.talk(heard);
    const { request } = heard[0]!;
    const asking = (query: string) => ({ ...request, body: JSON.stringify({ query, operationName: 'FindOrders' }) });
    book.answers([
      await shopify.send({ ...request, headers: { ...request.headers, 'x-shopify-access-token': 'no' } }),
      await shopify.send({ ...request, path: '/admin/api/2099-01/graphql.json' }),
      await shopify.send(asking('query FindOrders { nothing }')),
      await shopify.send(
        asking(
          'query FindOrders { orders(first: 250) { nodes { fulfillments(first: 50) { trackingInfo(first: 9) { number } } } } }',
        ),
      ),
      ...(await shopify.complaints(request)),
    ]);
    expect(book.verdict()).toEqual({ unexplained: [], needless: [] });
  });

  it.each(VERSIONS)('in version %s has every type, field, argument and value of the sandbox', (version) => {
    const vendor = schemaOf(version);
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
      else if (isInputObjectType(type) && isInputObjectType(theirs))
        for (const field of Object.values(type.getFields()))
          expect(`${type.name}.${field.name}: ${theirs.getFields()[field.name]?.type}`).toBe(
            `${type.name}.${field.name}: ${field.type}`,
          );
      else expect(theirs?.constructor).toBe(type.constructor);
    }
  });
});
