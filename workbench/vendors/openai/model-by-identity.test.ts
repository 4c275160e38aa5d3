import { createLanguageModel } from '../../../proxy/src/ai/create-language-model';
import { shippedPrompt } from '../../../proxy/src/ai/prompt-file';
import { classificationOf } from '../../../proxy/src/triage/ask-model';
import { readMessage } from '../../../proxy/src/triage/read-message';
import { modelSettings, type ModelStyle } from '../sandbox-settings';
import { startVendorSandboxes, type VendorSandboxes } from '../start-vendor-sandboxes';
import { ASSIGNED_IDENTITY, IDENTITY_PATH, IDENTITY_SECRET } from './identity-tokens';

/** As Azure App Service tells a program where its identity is. */
const NAMES = ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER'] as const;
const before = NAMES.map((name) => process.env[name]);

let sandboxes: VendorSandboxes;
beforeAll(async () => {
  sandboxes = await startVendorSandboxes();
  process.env.IDENTITY_ENDPOINT = `${sandboxes.openai}${IDENTITY_PATH}`;
  process.env.IDENTITY_HEADER = IDENTITY_SECRET;
});
afterAll(async () => {
  NAMES.forEach((name, index) => {
    if (before[index] === undefined) delete process.env[name];
    else process.env[name] = before[index];
  });
  await sandboxes.close();
});

const message = (text: string) => ({ channel: 'email' as const, text });
const taskOf = (text: string) => {
  const written = message(text);
  return classificationOf(written, readMessage(written), shippedPrompt('triage')());
};
const modelBy = (style: ModelStyle, identity = 'default') => {
  const { apiKey: _key, ...settings } = modelSettings(sandboxes, style);
  return createLanguageModel({ ...settings, identity, timeoutMs: 20_000 });
};
const paths = () => sandboxes.calls().map(({ path, status }) => [path.split('?')[0] ?? '', status] as const);

it.each(['azure', 'azure dated'] as const)(
  '%s: the machine’s identity signs in, and its token is asked for once',
  async (style) => {
    const known = paths().length;
    const model = modelBy(style);
    expect((await model.ask(taskOf('Where is order 12345?'))).value).toMatchObject({ intent: 'order_tracking' });
    expect((await model.ask(taskOf('How do I return my shoes?'))).value).toMatchObject({ intent: 'returns' });
    const calls = paths().slice(known);
    expect(calls.filter(([path]) => path.endsWith('/chat/completions'))).toHaveLength(2);
    expect(calls.filter(([path]) => path === IDENTITY_PATH).length).toBeLessThanOrEqual(1);
    expect(calls.every(([, status]) => status === 200)).toBe(true);
  },
);

it('an identity that gets no token reads offline, with the reason, and the model is not asked', async () => {
  const known = paths().length;
  const model = modelBy('azure', '5a4d0000-0000-4000-8000-00000000dead');
  await expect(model.ask(taskOf('Where is order 12345?'))).rejects.toMatchObject({ reason: 'not_authorised' });
  expect(
    paths()
      .slice(known)
      .filter(([path]) => path.endsWith('/chat/completions')),
  ).toHaveLength(0);
});

it('a user-assigned identity signs in by its client id', async () => {
  const model = modelBy('azure', ASSIGNED_IDENTITY);
  expect((await model.ask(taskOf('Where is order 12345?'))).value).toMatchObject({ intent: 'order_tracking' });
});
