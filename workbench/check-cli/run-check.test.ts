import { startVendorSandboxes } from '../vendors/start-vendor-sandboxes';
import { runCheck } from './run-check';

async function run(line: string[], environment: Record<string, string> = {}) {
  let [out, err] = ['', ''];
  const status = await runCheck(line, environment, {
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { status, out, err };
}

describe('npm run check', () => {
  it.each([
    ['shopify', 'ORD-12345', 'name: #12345'],
    ['shopify', 'ord 12345', 'number: 794200123458'],
    ['shopify', '20001', 'other@example.com'],
    ['fedex', '7942657890', 'status: out_for_delivery'],
    ['ups', '1ZRC49990300123591', 'Signature on file'],
    ['stripe', 'ch_1234567890', 'total: 29.95 EUR'],
  ])('%s %s shows the answer, the time and the sandbox', async (target, subject, shown) => {
    const { status, out } = await run([target, subject]);
    expect(out).toContain(shown);
    expect(out).toMatch(/took: \d+ ms\nsource: sandbox \(http:\/\/127\.0\.0\.1:\d+\)\n$/);
    expect(status).toBe(0);
  });

  it('asks a sandbox that is running when its address is given, and shows what was done there', async () => {
    const { stripe, close } = await startVendorSandboxes();
    const headers = { authorization: 'Bearer sandbox', 'content-type': 'application/x-www-form-urlencoded' };
    const answers = async () => (await run(['stripe', 'ch_1234567890'], { STRIPE_SANDBOX_URL: stripe })).out;
    const before = await answers();
    await fetch(`${stripe}/v1/refunds`, { method: 'POST', headers, body: 'charge=ch_1234567890&amount=512' });
    const after = await answers();
    await close();
    expect(after).toContain(`source: sandbox (${stripe})`);
    expect([before.includes('5.12'), after.includes('5.12')]).toEqual([false, true]);
  });

  it('openai reads a message offline when there is no key', async () => {
    const { status, out } = await run(['openai', 'Where', 'is', 'order', '12345?']);
    expect(out).toContain('intent: order_tracking');
    expect(out).toMatch(/source: offline\n$/);
    expect(status).toBe(0);
  });

  it('openai tells the tokens and the cost of the one message when a model reads it', async () => {
    const { openai, close } = await startVendorSandboxes();
    const environment = {
      AZURE_OPENAI_SANDBOX_URL: openai,
      AZURE_OPENAI_PRICE_INPUT: '1',
      AZURE_OPENAI_PRICE_OUTPUT: '0',
    };
    const { status, out } = await run(['openai', 'Where is order 12345?'], environment);
    const { out: json } = await run(['openai', 'Where is order 12345?', '--json'], environment);
    const failed = await run(['openai', '[model:refusal] Where is order 12345?'], environment);
    await close();
    expect(out).toContain('model: gpt-4o-mini');
    const [, tokens, cost] = /tokens: (\d+) in, \d+ out\ncost: \$(\d\.\d{6})\nsource: sandbox \(/.exec(out) ?? [];
    expect(Number(cost)).toBeCloseTo(Number(tokens) / 1_000_000, 9);
    expect(JSON.parse(json)).toMatchObject({ usage: { prompt_tokens: Number(tokens), cost: Number(cost) } });
    expect([status, failed.status]).toEqual([0, 1]);
    expect(failed.err).toContain('(ai refusal)');
  });

  it('--json prints one JSON object in the names of the service', async () => {
    const { out } = await run(['stripe', 'ch_1234567890', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      target: 'stripe',
      source: { origin: 'sandbox' },
      found: true,
      answer: { id: 'ch_1234567890', order_number: '12345' },
    });
  });

  it('says so when the vendor knows nothing of it', async () =>
    expect(await run(['shopify', '99999'])).toMatchObject({ status: 0, out: expect.stringContaining('not found') }));

  it('ends with 1 and the code when the vendor fails', async () => {
    const { status, err } = await run(['shopify', '5001']);
    expect(err).toBe('RCC_UPSTREAM_RATE_LIMITED: shopify limits our calls. Try again in 10 s.\n');
    expect(status).toBe(1);
  });

  it('ends with 1 and the setting’s name when a setting is wrong', async () =>
    expect(await run(['shopify', '12345'], { VENDOR_ATTEMPT_TIMEOUT_MS: 'soon' })).toMatchObject({
      status: 1,
      err: expect.stringContaining('VENDOR_ATTEMPT_TIMEOUT_MS'),
    }));

  it.each([
    [[], 'Name what to check'],
    [['dhl', '1'], '"dhl" cannot be checked'],
    [['shopify'], 'for example: shopify ORD-12345'],
    [['shopify', 'my', 'order'], '"my order" is not an order number'],
    [['ups', '12'], '"12" is not a parcel number'],
    [['ups', '--loud', '1'], '--loud'],
  ])('ends with 2 and a hint for %j', async (line, hint) => {
    const { status, out, err } = await run(line);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(hint);
    expect(err).toContain('--help');
  });

  it('--help explains itself', async () =>
    expect(await run(['--help'])).toMatchObject({ status: 0, out: expect.stringContaining('Usage: npm run check') }));
});
