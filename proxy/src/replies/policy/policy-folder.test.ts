import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePolicy } from './parse-policy';
import { PolicyFileError } from './policy';
import { openPolicyFolder } from './policy-folder';

const SHIPPED = join(__dirname, '../../../policies');
const HEAD = '---\nid: faq\ntitle: Questions\nintents: other\n---\n';

describe('a policy file', () => {
  it('becomes addressable sections with questions and plain text', () => {
    const file = parsePolicy(
      'en/faq.md',
      `${HEAD}\n## Colours {#colours}\n\n<!-- asked as\nWhich colours?\n-->\n\nAll **kinds**\nof [colours](https://shop.example/c).\n\n- red\n- blue\n`,
      'en',
    );
    expect(file.sections).toEqual([
      expect.objectContaining({
        id: 'faq#colours',
        questions: ['Which colours?'],
        text: 'All kinds of colours (https://shop.example/c).\n\n- red\n- blue',
        fact: expect.objectContaining({ id: 'policy.faq.colours', source: 'policies/en/faq.md#colours' }) as unknown,
      }),
    ]);
  });
  it.each([
    ['no front matter', 'text', 1, 'must begin with a line ---'],
    ['an open front matter', '---\nid: a', 1, 'no closing line'],
    ['a missing title', '---\nid: a\nintents: other\n---\n## A {#a}\nx', 1, '"title: …"'],
    [
      'an unknown intent',
      '---\nid: a\ntitle: A\nintents: other, refunds\n---\n## A {#a}\nx',
      4,
      '"refunds" is no intent',
    ],
    [
      'a number that is none',
      '---\nid: a\ntitle: A\nintents: other\ndays: ten\n---\n## A {#a}\nx',
      5,
      'days must be a whole number',
    ],
    [
      'a number the text does not say',
      '---\nid: a\ntitle: A\nintents: other\ndays: 30\n---\n## A {#a}\n300 days',
      5,
      'never says 30',
    ],
    ['a heading without an anchor', `${HEAD}## Colours\nx`, 6, '"## Title {#anchor}"'],
    ['an anchor used twice', `${HEAD}## A {#a}\nx\n## B {#a}\ny`, 8, 'used twice'],
    ['an empty section', `${HEAD}## A {#a}\n\n## B {#b}\ny`, 6, 'has no text'],
    ['an open comment', `${HEAD}## A {#a}\n<!-- asked as\nx`, 7, 'no closing line -->'],
    ['another comment', `${HEAD}## A {#a}\n<!-- note -->\nx`, 7, '"<!-- asked as"'],
    ['text before the sections', `${HEAD}hello\n## A {#a}\nx`, 6, 'before the first section'],
  ])('with %s is refused with file and line', (_what, content, line, words) => {
    let caught: unknown;
    try {
      parsePolicy('en/a.md', content, 'en');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(PolicyFileError);
    expect((caught as PolicyFileError).message).toMatch(`en/a.md, line ${line}: `);
    expect((caught as PolicyFileError).message).toContain(words);
  });
});

describe('the policy folder', () => {
  let folder: string;
  let now = 0;
  const errors: Error[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policies-'));
    cpSync(SHIPPED, folder, { recursive: true });
    now = 0;
    errors.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const open = () =>
    openPolicyFolder(
      folder,
      (error) => errors.push(error),
      () => now,
    );
  const change = (name: string, from: string, to: string) => {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
    const later = new Date(Date.now() + 5000);
    utimesSync(path, later, later);
  };

  it('holds the same sections in both languages', () => {
    const policies = open();
    const ids = (language: 'en' | 'es') =>
      readdirSync(join(folder, language)).flatMap((name) =>
        parsePolicy(name, readFileSync(join(folder, language, name), 'utf8'), language).sections.map(({ id }) => id),
      );
    expect(ids('es')).toEqual(ids('en'));
    for (const id of ids('en'))
      expect(policies.book('es').section(id).text).not.toBe(policies.book('en').section(id).text);
  });
  it('addresses nobody as usted or tú in Spanish, so that its words fit either tone', () => {
    const ADDRESSED =
      /(?<!\p{L})(?:usted(?:es)?|tú|tus?|te|ti|puedes|quieres|abra|elija|seleccione|introduzca|escriba|responda|use|mire|env[ií]e|(?<!se )(?:elige|selecciona|escribe|introduce))(?!\p{L})/iu;
    for (const name of readdirSync(join(folder, 'es'))) {
      for (const section of parsePolicy(name, readFileSync(join(folder, 'es', name), 'utf8'), 'es').sections) {
        expect(section.text).not.toMatch(ADDRESSED);
      }
    }
  });
  it('reads a changed file again, looking once a second', () => {
    const policies = open();
    change('en/returns.md', '30', '45');
    expect(policies.book('en').figure('returns', 'return_window_days')).toBe(30);
    now = 1000;
    expect(policies.book('en').figure('returns', 'return_window_days')).toBe(45);
    expect(policies.book('en').section('returns#how-to-return').text).toContain('45 days');
  });
  it('keeps the last good state when a change cannot be used, and says so once', () => {
    const policies = open();
    change('en/returns.md', '## When a refund arrives {#refund-time}', '## When a refund arrives');
    for (now = 1000; now < 5000; now += 1000) {
      expect(policies.book('en').section('returns#refund-time').text).toContain('5–10');
    }
    expect(errors.map((error) => error.message)).toEqual([expect.stringMatching(/^en\/returns\.md, line \d+: /)]);
  });
  it('refuses to start without a section the templates need', () => {
    change('es/shipping.md', '{#find-order}', '{#other}');
    expect(open).toThrow('es/shipping.md');
  });
});
