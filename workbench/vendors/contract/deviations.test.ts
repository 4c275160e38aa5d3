import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deviation } from './deviations';

const all = JSON.parse(readFileSync(join(__dirname, 'deviations.json'), 'utf8')) as Deviation[];

it('every deviation says what is specified, what comes instead, and who says so', () => {
  for (const deviation of all)
    expect(deviation).toEqual({
      vendor: expect.stringMatching(/^(shopify|ups|fedex|stripe|openai|azure-v1|azure-dated)$/),
      operation: expect.stringMatching(/^(\*|(GET|POST) \/.*)$/),
      status: deviation.status === null ? null : expect.any(Number),
      at: expect.stringMatching(/^(\/.+)?$/),
      specification: expect.stringMatching(/\.$/),
      reality: expect.stringMatching(/\.$/),
      source: expect.stringMatching(/\w{3}/),
    });
});

it('no place is excused twice', () => {
  const places = all.map(({ vendor, operation, status, at }) => `${vendor} ${operation} ${status} ${at}`);
  expect(new Set(places).size).toBe(places.length);
});
