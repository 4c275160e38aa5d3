import { INTENTS, type Intent } from '../../contract/vocabulary';
import type { ReplyLanguage } from '../reply-language';
import { PolicyFileError, type PolicyFile, type PolicySection } from './policy';

interface Line {
  number: number;
  text: string;
}

const HEADING = /^##\s+(.+?)\s*\{#([a-z0-9-]+)\}$/;
const INTENT_NAMES: ReadonlySet<string> = new Set(INTENTS);

/** Reads `key: value` lines between two `---` lines. */
function frontMatter(file: string, lines: Line[]): { values: Map<string, Line>; body: Line[] } {
  if (lines[0]?.text !== '---') throw new PolicyFileError(file, 1, 'the file must begin with a line ---');
  const end = lines.findIndex((line, index) => index > 0 && line.text === '---');
  if (end < 0) throw new PolicyFileError(file, 1, 'the front matter has no closing line ---');
  const values = new Map<string, Line>();
  for (const line of lines.slice(1, end)) {
    if (line.text.trim() === '') continue;
    const match = /^([a-z_]+):\s*(.*\S)\s*$/.exec(line.text);
    if (!match?.[1] || !match[2]) {
      throw new PolicyFileError(file, line.number, `expected "key: value" but found "${line.text}"`);
    }
    if (values.has(match[1])) throw new PolicyFileError(file, line.number, `${match[1]} is given twice`);
    values.set(match[1], { number: line.number, text: match[2] });
  }
  return { values, body: lines.slice(end + 1) };
}

function required(file: string, values: Map<string, Line>, key: string): Line {
  const value = values.get(key);
  if (!value) throw new PolicyFileError(file, 1, `the front matter needs a line "${key}: …"`);
  return value;
}

function intentsOf(file: string, line: Line): Intent[] {
  return line.text.split(',').map((part) => {
    const intent = part.trim();
    if (!INTENT_NAMES.has(intent)) {
      throw new PolicyFileError(file, line.number, `"${intent}" is no intent; use ${INTENTS.join(', ')}`);
    }
    return intent as Intent;
  });
}

/** Takes the `<!-- asked as … -->` comment out of a section. */
function questionsOf(file: string, lines: Line[]): { questions: string[]; rest: Line[] } {
  const start = lines.findIndex((line) => line.text.startsWith('<!--'));
  if (start < 0) return { questions: [], rest: lines };
  const first = lines[start];
  if (first && first.text.trim() !== '<!-- asked as') {
    throw new PolicyFileError(file, first.number, 'a comment must begin with a line "<!-- asked as"');
  }
  const end = lines.findIndex((line, index) => index > start && line.text.trim() === '-->');
  if (end < 0) throw new PolicyFileError(file, first?.number ?? 1, 'the comment has no closing line -->');
  const questions = lines
    .slice(start + 1, end)
    .map((line) => line.text.trim())
    .filter(Boolean);
  return { questions, rest: [...lines.slice(0, start), ...lines.slice(end + 1)] };
}

/** Markdown to plain text: lines of a paragraph are joined, list items keep their line. */
function plainText(lines: Line[]): string {
  return lines
    .map((line) => line.text.trim())
    .join('\n')
    .split(/\n{2,}/)
    .map((block) => block.trim().replace(/\n(?!- )/g, ' '))
    .filter(Boolean)
    .join('\n\n')
    .replace(/\*\*|__/g, '')
    .replace(/\[([^\]]+)\]\((https:[^)\s]+)\)/g, '$1 ($2)');
}

/**
 * Reads one policy file: front matter (`id`, `title`, `intents`, numbers), then sections `## Title {#anchor}`.
 *
 * @param file name of the file below the policy folder, for example `en/returns.md`; it becomes the facts' source
 * @throws PolicyFileError naming file and line
 */
export function parsePolicy(file: string, content: string, language: ReplyLanguage): PolicyFile {
  const lines = content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((text, index) => ({ number: index + 1, text: text.trimEnd() }));
  const { values, body } = frontMatter(file, lines);
  const id = required(file, values, 'id').text;
  const title = required(file, values, 'title').text;
  const intents = intentsOf(file, required(file, values, 'intents'));
  const figures: Record<string, number> = {};
  for (const [key, line] of values) {
    if (['id', 'title', 'intents'].includes(key)) continue;
    if (!/^\d+$/.test(line.text)) throw new PolicyFileError(file, line.number, `${key} must be a whole number`);
    if (!body.some((other) => new RegExp(String.raw`(?<!\d)${line.text}(?!\d)`).test(other.text))) {
      throw new PolicyFileError(file, line.number, `the text of the file never says ${line.text}; ${key} must agree`);
    }
    figures[key] = Number(line.text);
  }
  const starts = body.flatMap((line, index) => (line.text.startsWith('## ') ? [index] : []));
  const before = body.slice(0, starts[0] ?? body.length).find((line) => line.text.trim() !== '');
  if (before) throw new PolicyFileError(file, before.number, 'text before the first section; begin one with "## "');
  const anchors = new Set<string>();
  const sections = starts.map((start, order): PolicySection => {
    const heading = body[start] as Line;
    const match = HEADING.exec(heading.text);
    if (!match?.[1] || !match[2]) {
      throw new PolicyFileError(file, heading.number, 'a section begins with "## Title {#anchor}"');
    }
    if (anchors.has(match[2])) throw new PolicyFileError(file, heading.number, `the anchor ${match[2]} is used twice`);
    anchors.add(match[2]);
    const { questions, rest } = questionsOf(file, body.slice(start + 1, starts[order + 1] ?? body.length));
    const text = plainText(rest);
    if (!text) throw new PolicyFileError(file, heading.number, 'the section has no text');
    const fact = Object.freeze({
      id: `policy.${id}.${match[2]}`,
      label: match[1],
      value: text,
      kind: 'text' as const,
      source: `policies/${file}#${match[2]}`,
      as_of: null,
    });
    return { id: `${id}#${match[2]}`, language, intents, title: match[1], questions, text, fact };
  });
  if (sections.length === 0) throw new PolicyFileError(file, lines.length, 'the file has no section');
  return { id, language, title, figures, sections };
}
