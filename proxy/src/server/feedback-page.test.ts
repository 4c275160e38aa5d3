import { createHash } from 'node:crypto';
import { request } from 'undici';
import { openMemoryStore } from '../events/memory-store';
import type { Store } from '../events/store';
import { readSettings } from '../settings';
import { fakeServices } from './fake-services';
import { serveForTest, type ServedForTest } from './serve-for-test';

const NOW = new Date('2026-03-01T09:30:00Z');
const { apiKeyHashes } = readSettings({ RCC_API_KEYS: 'a-key-that-no-customer-has' });
const services = fakeServices();
const ticketId = 'b7c7a3a2-1d5a-4c53-9f0e-6a0f6d3f2a11';
const tokenOf = (from: Date): string =>
  new URL(services.surveys.linkFor({ ticketId, agentId: 'agent-7' }, from).url).searchParams.get('t') ?? '';
const TOKEN = tokenOf(NOW);
const EXPIRED = tokenOf(new Date('2026-01-01T00:00:00Z'));

let store: Store;
let served: ServedForTest;
beforeAll(async () => {
  store = await openMemoryStore();
  served = await serveForTest(store, services, { settings: { apiKeyHashes }, now: () => NOW });
});
afterAll(async () => {
  await served.stop();
  await store.close();
});

const open = async (query: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' | 'POST' = 'GET') => {
  const answer = await request(`${served.url}/feedback${query}`, { method, headers });
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
};

it.each([
  ['a good link', `?t=${TOKEN}`, 200, 'Feedback is not open yet'],
  ['a link that is too old', `?t=${EXPIRED}`, 410, 'This link is too old'],
  ['a link with a changed token', `?t=${TOKEN.slice(0, -1)}`, 403, 'This link is not complete'],
  ['a link without a token', '', 403, 'This link is not complete'],
  ['a link with two tokens', `?t=${TOKEN}&t=${TOKEN}`, 403, 'This link is not complete'],
  ['a link with something else', '?t[a]=1', 403, 'This link is not complete'],
])('without a key, %s gets a page that says what to do', async (_name, query, status, title) => {
  const page = await open(query);
  expect([page.status, page.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
  expect(page.text).toContain(`<h1>${title}</h1>`);
  expect(page.text).toContain(`<title>${title}</title>`);
  expect(page.text).toContain('reply to our e-mail');
});

it.each([
  ['es-MX,es;q=0.9,en;q=0.8', 'es', 'Las valoraciones'],
  ['nl, fr-CH;q=0.9, en;q=0.8', 'fr', 'Les avis'],
  ['en;q=0.1, DE-AT;q=0.9', 'de', 'Bewertungen'],
  ['nl', 'en', 'Feedback is'],
  ['*', 'en', 'Feedback is'],
  ['', 'en', 'Feedback is'],
])('speaks the language that is wanted: %s', async (wanted, language, title) => {
  const { text, headers } = await open(`?t=${TOKEN}`, { 'accept-language': wanted });
  expect(text).toContain(`<html lang="${language}">`);
  expect(text).toContain(`<h1>${title}`);
  expect(headers).toMatchObject({ 'content-language': language, vary: 'Accept-Language' });
});

it('holds no script and loads nothing: its policy allows its own style and nothing else', async () => {
  const { text, headers } = await open(`?t=${TOKEN}`);
  const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers['content-security-policy']).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  expect(text).not.toMatch(/<script|\son\w+=|\b(src|href)=|url\(|@import/i);
  expect(headers).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
  });
});

it('tells nothing about the ticket, and no token reaches the log', async () => {
  const { text } = await open(`?t=${TOKEN}`);
  await open(`?t=${EXPIRED}`);
  await open(`?t=${TOKEN}x`);
  await open(`?t=${TOKEN}`, {}, 'POST');
  expect(text).not.toMatch(/agent-7|b7c7a3a2/);
  expect(text).not.toContain(TOKEN);
  const logged = served.logged();
  expect(logged).toContain('"operation":"feedback page"');
  for (const token of [TOKEN, EXPIRED]) for (const part of token.split('.')) expect(logged).not.toContain(part);
  expect(logged).not.toContain(ticketId);
});

it('answers HEAD without a body and refuses other methods', async () => {
  expect(await open(`?t=${TOKEN}`, {}, 'HEAD')).toMatchObject({ status: 200, text: '' });
  expect(await open(`?t=${TOKEN}`, {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET' } });
});
