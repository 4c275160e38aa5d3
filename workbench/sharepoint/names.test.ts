import { checkName, fileId, pathOf, pathOfId } from './names';

it.each(['report.txt', 'a#b%c.txt', '2026-03-02 Weekly report.docx', 'comment.txt', 'Zürich (1).pdf'])(
  'takes the name %s',
  (name) => {
    expect(() => checkName(name)).not.toThrow();
  },
);

it.each([
  '',
  'a"b',
  'a*b',
  '09:30.txt',
  'a<b',
  'a>b',
  'why?',
  '02/03.txt',
  'a\\b',
  'a|b',
  'a\tb',
  ' a',
  'a ',
  '~$a.docx',
  '.lock',
  'CON',
  'lpt9',
  'x_vti_y',
  'desktop.ini',
])('refuses the name %j', (name) => {
  expect(() => checkName(name)).toThrow(expect.objectContaining({ statusCode: 400 }) as Error);
});

it('refuses a path longer than 400 characters', () => {
  expect(pathOf(`/Documents/${'x'.repeat(380)}`)).toHaveLength(391);
  expect(() => pathOf(`/Documents/${'x'.repeat(400)}`)).toThrow('longer than 400');
});

it('gives a file the id that exports show, and reads every form of it', () => {
  const path = '/Shared Documents/Q1 + Q2/50% #1.txt';
  expect(fileId('/Shared Documents/report.txt')).toBe('%252fShared%2bDocuments%252freport.txt');
  expect(pathOfId(fileId(path))).toBe(path);
  expect(pathOfId('Shared%2bDocuments%252freport.txt')).toBe('/Shared Documents/report.txt');
  expect(pathOfId('%2fShared+Documents%2freport.txt')).toBe('/Shared Documents/report.txt');
  expect(pathOfId('/Shared Documents/report.txt')).toBe('/Shared Documents/report.txt');
  expect(() => pathOfId('%2f%zz')).toThrow('not valid');
});
