import { buildSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { startDeadline, type Deadline } from '../../../proxy/src/resilience/deadline';
import { createShopifyClient, type ShopifyClient } from '../../../proxy/src/commerce/shopify/shopify-client';
import { shopSchema } from '../shopify/shop-schema';
import { contractBook, type Need } from './contract-book';
import { graphqlContract } from './graphql-contract';
import { describeWithSpecifications, specification } from './reference';
import { having, listOf, orNull, text, whole } from './shape';
import { quietOrders, speakWithSandbox, type SpokenWithSandbox } from './spoken-with-sandbox';

const VERSIONS = ['2026-07', '2026-10'];
const schemaOf = (version: string) => buildSchema(specification(`shopify.admin.${version}.subset.graphql`));

/** What `readShopOrder` and the search for a parcel rely on. */
const bag = having({ presentmentMoney: having({ amount: text, currencyCode: text }) });
const userErrors = listOf(having({ message: text }));
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
  {
    operation: 'FindOrderId',
    status: 200,
    schema: having({ data: having({ orders: having({ nodes: listOf(having({ id: text, name: text })) }) }) }),
  },
  {
    operation: 'OrderForAction',
    status: 200,
    schema: having({
      data: having({
        order: orNull(
          having({
            id: text,
            name: text,
            totalPriceSet: bag,
            lineItems: having({
              nodes: listOf(
                having({ id: text, quantity: whole, refundableQuantity: whole, discountedTotalSet: bag }),
                1,
              ),
            }),
            transactions: listOf(having({ id: text, kind: text, status: text, amountSet: bag })),
            refunds: listOf(having({ id: text, totalRefundedSet: bag })),
          }),
        ),
      }),
    }),
  },
  {
    operation: 'CreateRefund',
    status: 200,
    schema: having({ data: having({ refundCreate: having({ refund: orNull(having({ id: text })), userErrors }) }) }),
  },
  {
    operation: 'CancelOrder',
    status: 200,
    schema: having({
      data: having({ orderCancel: having({ job: orNull(having({ id: text })), orderCancelUserErrors: userErrors }) }),
    }),
  },
];

describeWithSpecifications('the contract with Shopify', () => {
  let shopify: SpokenWithSandbox;
  beforeAll(async () => {
    shopify = await speakWithSandbox('shopify');
  });
  afterAll(() => shopify.close());

  /** Every answer a write can have: done, done before, refused. */
  async function writeOnce({ actions }: ShopifyClient, deadline: () => Deadline): Promise<void> {
    const [sent, unsent] = [await actions.order('#12345', deadline()), await actions.order('#12363', deadline())];
    const refund = (quantity: number, key: string) =>
      actions.refund(
        {
          orderId: sent!.order.id,
          currency: 'EUR',
          note: 'contract',
          lines: [{ line_id: sent!.lines[0]!.id, quantity, restock: 'NO_RESTOCK' }],
          transactions: [{ amount: '1.00', gateway: 'manual', parentId: null }],
        },
        key,
        deadline(),
      );
    expect(await refund(1, 'contract-1')).toMatchObject({ done: true });
    expect(await refund(1, 'contract-1')).toMatchObject({ done: true });
    expect(await refund(50, 'contract-2')).toMatchObject({ done: false });
    const cancel = (orderId: string) =>
      actions.cancel(
        { orderId, reason: 'CUSTOMER', restock: true, notifyCustomer: false, staffNote: 'contract' },
        deadline(),
      );
    expect(await cancel(unsent!.order.id)).toMatchObject({ done: true });
    expect(await cancel(sent!.order.id)).toMatchObject({ done: false });
    await actions.orderById('gid://shopify/Order/1', deadline());
  }

  it('is kept by every request and every answer, but where it is known not to be', async () => {
    const book = contractBook('shopify', [graphqlContract(VERSIONS.map(schemaOf))], NEEDS);
    const client = createShopifyClient(shopify.settings.shopify!, shopify.options);
    const deadline = () => startDeadline(2000);
    for (const { number, customer, shipments } of quietOrders) {
      await client.orderByName(`#${number}`, deadline());
      await client.orderByParcel(customer.email, shipments[0]?.trackingNumber ?? 'none', deadline());
    }
    for (const { number } of quietOrders) await client.actions.order(`#${number}`, deadline());
    await writeOnce(client, deadline);
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
    expect(book.counted()).toMatchObject(
      Object.fromEntries(NEEDS.map(({ operation }) => [`${operation} 200`, expect.any(Number)])),
    );
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
