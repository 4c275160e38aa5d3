import fc from 'fast-check';
import { createSurveyLinks, type SurveySubject } from './survey-links';

const DAY = 86_400_000;
const OLD = 'the old key of the shop, long enough';
const NEW = 'the new key of the shop, long enough';
const linksWith = (...keys: string[]) => createSurveyLinks({ keys, baseUrl: () => 'https://support.example.com' });
const links = linksWith(OLD);
const tokenOf = (url: string): string => new URL(url).searchParams.get('t') ?? '';
const tokenFor = (subject: SurveySubject, from: Date): string => tokenOf(links.linkFor(subject, from).url);

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ';
const START = new Date('2026-03-01T09:30:00.250Z');
const ids = fc.string({ minLength: 1, maxLength: 60, unit: 'binary' });
const subjects = fc.oneof(
  fc.record({ ticketId: ids }),
  fc.record({ ticketId: ids, agentId: ids }),
) as fc.Arbitrary<SurveySubject>;
const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

it('a link is read as what it was made for until it expires, and from then on as too old', () => {
  fc.assert(
    fc.property(subjects, instants, fc.nat(60 * DAY), (subject, from, later) => {
      const { url, expiresAt } = links.linkFor(subject, from);
      expect(Math.abs(expiresAt.getTime() - from.getTime() - 30 * DAY)).toBeLessThan(1000);
      const at = new Date(from.getTime() + later);
      expect(links.read(tokenOf(url), at)).toEqual(
        at < expiresAt ? { state: 'valid', ...subject } : { state: 'expired' },
      );
      expect(links.read(tokenOf(url), new Date(expiresAt.getTime() - 1)).state).toBe('valid');
      expect(links.read(tokenOf(url), expiresAt).state).toBe('expired');
    }),
  );
});

it('a token with any character changed, left out or added is not one of ours', () => {
  const token = tokenFor({ ticketId: 'b7c7a3a2-1d5a-4c53-9f0e-6a0f6d3f2a11', agentId: 'agent-7' }, START);
  const changed = [...token].flatMap((own, index) => {
    const [before, after] = [token.slice(0, index), token.slice(index + 1)];
    const others = [...ALPHABET].filter((other) => other !== own);
    return [before + after, ...others.flatMap((other) => [before + other + after, before + other + own + after])];
  });
  expect(changed.length).toBeGreaterThan(10_000);
  expect(new Set(changed.map((one) => links.read(one, START).state))).toEqual(new Set(['invalid']));
  expect(links.read(token, START).state).toBe('valid');
});

it('no other text is one of ours', () => {
  const part = fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 60 });
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.tuple(part, part).map(([payload, signed]) => `${payload}.${signed}`),
    fc.tuple(subjects, part).map(([subject, signed]) => `${tokenFor(subject, START).split('.')[0]}.${signed}`),
    fc.tuple(subjects, subjects, part).map(([one, other]) => {
      const [payload, signed] = [tokenFor(one, START).split('.')[0], tokenFor(other, START).split('.')[1]];
      return JSON.stringify(one) === JSON.stringify(other) ? '' : `${payload}.${signed}`;
    }),
  );
  fc.assert(fc.property(texts, (text) => expect(links.read(text, START)).toEqual({ state: 'invalid' })));
});

it('while keys are changed, links of the old and of the new one are good; without the old key its links are not', () => {
  const subject = { ticketId: 'ticket-1' };
  const both = linksWith(NEW, OLD);
  expect(both.read(tokenFor(subject, START), START).state).toBe('valid');
  const fresh = tokenOf(both.linkFor(subject, START).url);
  expect(linksWith(NEW).read(fresh, START).state).toBe('valid');
  expect(linksWith(OLD).read(fresh, START).state).toBe('invalid');
  expect(linksWith(NEW).read(tokenFor(subject, START), START).state).toBe('invalid');
});

it('asks for its address with each link, below any path', () => {
  let baseUrl = '';
  const late = createSurveyLinks({ keys: [OLD], baseUrl: () => baseUrl });
  baseUrl = 'https://example.com/support';
  expect(late.linkFor({ ticketId: 'a' }, START).url).toMatch(
    /^https:\/\/example\.com\/support\/feedback\?t=[\w-]+\.[\w-]{43}$/,
  );
});

it('cannot be made without a key', () => {
  expect(() => linksWith()).toThrow('Survey links need a signing key.');
});
