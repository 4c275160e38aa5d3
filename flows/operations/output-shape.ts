/** One declared part of an operation's answer, its path relative to the body. */
export interface OperationOutput {
  /** `value[]/subject`; `[]` is a list's element, a last `*` any further member, `.` the body itself. */
  path: string;
  /** JSON type, or `any`. */
  type: string;
  /** `binary` stands for a file, which the platform wraps as `$content` and `$content-type`. */
  format?: string;
}

/** What is known of a value: which members it can have, or what its elements are. */
export interface OutputShape {
  kind: 'object' | 'list' | 'scalar' | 'nothing';
  members: ReadonlyMap<string, OutputShape>;
  /** Members that are not listed may be there too. */
  open: boolean;
  /** The elements of a list. */
  item?: OutputShape;
}

interface Draft {
  type?: string;
  format?: string;
  members: Map<string, Draft>;
  open: boolean;
  item?: Draft;
}

/** A value of which nothing is known: everything may be read from it. */
export const ANYTHING: OutputShape = { kind: 'object', members: new Map(), open: true };
const SCALAR: OutputShape = { kind: 'scalar', members: new Map(), open: false };
/** The answer has no body. */
export const NOTHING: OutputShape = { kind: 'nothing', members: new Map(), open: false };

/** An object with these members and no others. */
export function objectShape(members: Record<string, OutputShape>): OutputShape {
  return { kind: 'object', members: new Map(Object.entries(members)), open: false };
}

export function listShape(item: OutputShape): OutputShape {
  return { kind: 'list', members: new Map(), open: false, item };
}

const BINARY = objectShape({ '$content-type': SCALAR, $content: SCALAR });

/** The shape of a body from its declared parts. */
export function shapeOfOutputs(outputs: readonly OperationOutput[]): OutputShape {
  if (outputs.length === 0) return NOTHING;
  const root: Draft = newDraft();
  for (const output of outputs) place(root, output);
  return finish(root);
}

function newDraft(): Draft {
  return { members: new Map(), open: false };
}

function place(root: Draft, { path, type, format }: OperationOutput): void {
  let at = root;
  for (const segment of path === '.' ? [] : path.split('/')) {
    if (segment === '*') {
      at.open = true;
      return;
    }
    const name = segment.replace(/(\[\])+$/, '');
    if (name !== '') at = memberOf(at, name);
    for (let depth = (segment.length - name.length) / 2; depth > 0; depth -= 1) at = at.item ??= newDraft();
  }
  at.type = type;
  if (format !== undefined) at.format = format;
}

function memberOf(draft: Draft, name: string): Draft {
  let member = draft.members.get(name);
  if (!member) draft.members.set(name, (member = newDraft()));
  return member;
}

function finish(draft: Draft): OutputShape {
  if (draft.item || draft.type === 'array') return listShape(draft.item ? finish(draft.item) : ANYTHING);
  if (draft.members.size > 0 || draft.open) {
    const members = new Map([...draft.members].map(([name, member]) => [name, finish(member)] as const));
    return { kind: 'object', members, open: draft.open };
  }
  if (draft.format === 'binary') return BINARY;
  return draft.type === undefined || draft.type === 'object' || draft.type === 'any' ? ANYTHING : SCALAR;
}
