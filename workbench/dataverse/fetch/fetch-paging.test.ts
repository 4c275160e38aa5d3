import fc from 'fast-check';
import { sampleTables } from '../sample-tables.fixture';
import { openDataverseFixture } from '../stand-in.fixture';

const item = fc.record({
  sam_weight: fc.constantFrom(null, 0, 1, 2),
  sam_size: fc.constantFrom(null, 1, 2, 3),
  stops: fc.integer({ min: 0, max: 3 }),
});

it('pages put together are what comes without pages, whatever is joined and however it is ordered', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { maxLength: 8 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('inner', 'outer'),
      fc.subarray(['sam_weight', 'sam_size', 'sam_name']),
      fc.boolean(),
      async (items, count, type, orders, descending) => {
        const fixture = openDataverseFixture({ tables: sampleTables() });
        try {
          for (const [index, { stops, ...columns }] of items.entries()) {
            const { body } = await fixture.call('CreateRecord', {
              entityName: 'sam_parcels',
              item: { sam_name: `P${index}`, ...columns },
            });
            for (let order = 1; order <= stops; order += 1) {
              await fixture.call('CreateRecord', {
                entityName: 'sam_stops',
                item: { sam_order: order, 'sam_Parcel@odata.bind': `/sam_parcels(${String(body.sam_parcelid)})` },
              });
            }
          }
          const inside =
            '<attribute name="sam_name"/><link-entity name="sam_stop" from="sam_parcel" to="sam_parcelid" alias="s" ' +
            `link-type="${type}"><attribute name="sam_order"/></link-entity>` +
            orders.map((name) => `<order attribute="${name}" descending="${descending}"/>`).join('');
          const list = async (attributes: string, token?: string) =>
            (
              await fixture.call('ListRecords', {
                entityName: 'sam_parcels',
                fetchXml: `<fetch ${attributes}><entity name="sam_parcel">${inside}</entity></fetch>`,
                $skiptoken: token,
              })
            ).body;
          const whole = (await list('')).value;
          const expected = items.reduce((sum, { stops }) => sum + (type === 'outer' ? Math.max(1, stops) : stops), 0);
          expect(whole).toHaveLength(expected);
          const pages: unknown[] = [];
          for (let token: string | undefined, more = true; more;) {
            const body = await list(`count="${count}"`, token);
            pages.push(...body.value);
            const next = body['@odata.nextLink'];
            more = next !== undefined;
            token = more ? new URL(String(next)).searchParams.get('$skiptoken')! : undefined;
          }
          expect(pages).toEqual(whole);
        } finally {
          fixture.remove();
        }
      },
    ),
    { numRuns: 40 },
  );
});
