/** Everything the keyboard does in the queue, in the order the help shows it. */
export const COMMANDS = [
  { command: 'next', keys: ['j', 'ArrowDown'] },
  { command: 'previous', keys: ['k', 'ArrowUp'] },
  { command: 'first', keys: ['Home'] },
  { command: 'last', keys: ['End'] },
  { command: 'page_down', keys: ['PageDown'] },
  { command: 'page_up', keys: ['PageUp'] },
  { command: 'open', keys: ['Enter'] },
  { command: 'open_form', keys: ['o'] },
  { command: 'select', keys: ['x', ' '] },
  { command: 'select_all', keys: ['Ctrl+a'] },
  { command: 'leave', keys: ['Escape'] },
  { command: 'assign_to_me', keys: ['a'] },
  { command: 'take_up', keys: ['t'] },
  { command: 'give_back', keys: ['b'] },
  { command: 'escalate', keys: ['e'] },
  { command: 'reply', keys: ['r'] },
  { command: 'snooze', keys: ['s'] },
  { command: 'resolve', keys: ['d'] },
  { command: 'undo', keys: ['Ctrl+z'] },
  { command: 'search', keys: ['/'] },
  { command: 'group', keys: ['g'] },
  { command: 'help', keys: ['?'] },
] as const;
export type Command = (typeof COMMANDS)[number]['command'];

/** What is read of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const BY_KEY = new Map<string, Command>(
  COMMANDS.flatMap(({ command, keys }) => keys.map((key) => [key, command] as const)),
);

/**
 * The command of a key; letters count in either case, and the Mac's command key as Ctrl. Shift is left to the caller: it
 * extends a selection, and some layouts need it for `/` and `?`.
 */
export function commandOf({ key, ctrlKey, metaKey, altKey }: KeyPress): Command | undefined {
  if (altKey) return undefined;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  return BY_KEY.get(ctrlKey || metaKey ? `Ctrl+${letter}` : letter);
}

/** Where letters are text or belong to something else: inputs, open menus and dialogs. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]';

/** Whether keys pressed in an element are its own. */
export const hasOwnKeys = (element: Element): boolean => element.closest(OWN_KEYS) !== null;
