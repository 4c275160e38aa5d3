/** The keys of everything the keyboard does in the queue, in the order the help shows it. */
export const COMMANDS = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  first: ['Home'],
  last: ['End'],
  page_down: ['PageDown'],
  page_up: ['PageUp'],
  open: ['Enter'],
  open_form: ['o'],
  select: ['x', ' '],
  select_all: ['Ctrl+a'],
  leave: ['Escape'],
  assign_to_me: ['a'],
  take_up: ['t'],
  give_back: ['b'],
  escalate: ['e'],
  reply: ['r'],
  snooze: ['s'],
  resolve: ['d'],
  undo: ['Ctrl+z'],
  search: ['/'],
  group: ['g'],
  help: ['?'],
} as const;
export type Command = keyof typeof COMMANDS;

/** What is read of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const BY_KEY = new Map<string, Command>(
  Object.entries(COMMANDS).flatMap(([command, keys]) => keys.map((key) => [key, command as Command] as const)),
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
