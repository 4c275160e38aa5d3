import { groups } from './catalogue';
import type { Setting } from './setting';

const wrapped = (sentence: string, width = 110): string[] => {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || `${last} ${word}`.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => `# ${line}`);
};

const entry = ([name, setting]: [string, Setting<unknown>]): string => {
  const notes = [
    setting.meaning,
    setting.notUsedYet ? 'Not used yet.' : '',
    setting.fallback === undefined ? '' : `Default: ${setting.fallback}.`,
    setting.secret ? 'Secret.' : '',
  ];
  // Without quotes a # begins a comment.
  const example = setting.example.includes('#') ? `"${setting.example}"` : setting.example;
  return [...wrapped(notes.filter(Boolean).join(' ')), `#${name}=${example}`].join('\n');
};

/** The text of `.env.example`: every setting with its meaning, default and an example, all switched off. */
export function envExample(): string {
  const parts = Object.entries(groups).map(([title, settings]) =>
    [`# --- ${title} ---`, ...Object.entries(settings).map(entry)].join('\n\n'),
  );
  return [
    '# Copy to .env, take the # away in front of a line and give your own value. Nothing here is needed to try the product.',
    ...parts,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
