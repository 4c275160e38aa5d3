import { type FlowDocument } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { literalText } from '../literal';
import { type Detail, type Rule } from '../rule';
import { namesSecret, secretIn } from '../secret-text';

/** Members of actions and triggers that hold no values of the run. */
const NOT_VALUES = new Set([
  ...['actions', 'else', 'cases', 'default', 'runAfter', 'type', 'kind', 'metadata', 'schema', 'description'],
  ...['host', 'authentication', 'operationOptions', 'runtimeConfiguration', 'trackedProperties', 'correlation'],
]);
/** Longer texts are data, not settings; what matters in them stands at their beginning. */
const LONGEST_TEXT = 20_000;
const MAIL = /[\w.+-]{1,64}@(?!odata\.|thread\.|unq\.)[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-z]{2,20}(?!\w)/i;
/** As Teams writes the ids of channels and chats. */
const CHANNEL = /\b19:[\w-]{1,100}@(?:thread|unq)\.\w{1,20}/i;
/** Up to where an expression goes on. */
const ADDRESS = /https?:\/\/(?:(?!@\{)[^\s"'<>)\]}])+/i;
const GUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/i;
const NO_GUID = /^0{8}-/;
/** Addresses that are the same in every environment: the platform's own, and names of formats. */
const EVERYWHERE =
  /^https?:\/\/(?:[\w-]+\.)*(?:make\.(?:preview\.)?powerautomate\.com|(?:make|apps)\.powerapps\.com|(?:[\w-]+\.)*powerplatform\.microsoft\.com|(?:flow|graph|login|learn|docs|support|go|aka|schemas?|management|manage)\.(?:microsoft|microsoftonline|azure|windows)\.com|aka\.ms|w3\.org|schemas\.(?:microsoft|xmlsoap|openxmlformats)\.(?:com|org)|adaptivecards\.io|json-schema\.org|purl\.org|fonts\.(?:googleapis|gstatic)\.com|teams\.microsoft\.com|api\.(?:powerapps|flow|bap|powerplatform)\.(?:microsoft\.)?com)(?:[/:?#]|$)/i;
const LOGIN = /^https?:\/\/login\.microsoftonline\.com/i;

interface Found {
  kind: string;
  /** As it may be shown; missing for secrets. */
  text?: string;
}

/** Rules about values that belong to an environment and not to a flow. */
export const environmentValueRules: Rule[] = [
  {
    code: 'F025',
    severity: 'warning',
    title:
      'No mail address, web address, GUID or secret is written into a flow: it would have to be changed by hand in the next environment.',
    *check(flow) {
      const told = new Map<string, { detail: Detail; places: number }>();
      for (const { value, name, pointer } of valuesOf(flow)) {
        for (const found of foundIn(value, name)) {
          // The same address in ten places is one finding.
          const key = found.text === undefined ? pointer : `${found.kind} ${found.text.toLowerCase()}`;
          const before = told.get(key);
          if (before) before.places += 1;
          else told.set(key, { detail: detailOf(found, name, pointer), places: 1 });
        }
      }
      for (const { detail, places } of told.values()) {
        const more =
          places > 1 ? `${detail.message.slice(0, -1)}, and in ${places - 1} more place${places > 2 ? 's' : ''}.` : '';
        yield more === '' ? detail : { ...detail, message: more };
      }
    },
  },
];

function detailOf({ kind, text }: Found, name: string, pointer: string): Detail {
  if (text === undefined) {
    return {
      pointer,
      message: `'${name}' holds ${kind}, which everybody can read who can read the flow.`,
      fix: 'Keep it in a key vault or an environment variable of the type secret, and renew it: it has been exported.',
    };
  }
  return {
    pointer,
    message: `${kind} '${text}' is written into '${name}'.`,
    fix: 'Put it in an environment variable and read that.',
  };
}

interface Value {
  value: string;
  /** The member it stands under. */
  name: string;
  pointer: string;
}

/** Every text of the flow's actions and trigger that is a value of the run, in the order of the file. */
function* valuesOf(flow: FlowDocument): Generator<Value> {
  for (const { name, pointer, definition } of [...(flow.trigger ? [flow.trigger] : []), ...flow.actions]) {
    for (const [member, value] of Object.entries(definition)) {
      if (!NOT_VALUES.has(member)) yield* textsIn(value, name, below(pointer, member));
    }
  }
}

function* textsIn(root: unknown, rootName: string, rootPointer: string): Generator<Value> {
  // A list of work instead of recursion: files from elsewhere may be nested deeper than the stack.
  const work: { value: unknown; name: string; pointer: string }[] = [
    { value: root, name: rootName, pointer: rootPointer },
  ];
  for (let next = work.pop(); next; next = work.pop()) {
    const { value, name, pointer } = next;
    if (typeof value === 'string') yield { value: value.slice(0, LONGEST_TEXT), name, pointer };
    else if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i -= 1) work.push({ value: value[i], name, pointer: below(pointer, i) });
    } else if (value !== null && typeof value === 'object') {
      for (const [key, member] of Object.entries(value).reverse()) {
        if (!NOT_VALUES.has(key)) work.push({ value: member, name: key, pointer: below(pointer, key) });
      }
    }
  }
}

function* foundIn(value: string, name: string): Generator<Found> {
  if (namesSecret(name) && (literalText(value)?.trim() ?? '') !== '') {
    yield { kind: 'a secret, by its name' };
    return;
  }
  const secret = secretIn(value);
  if (secret !== undefined) {
    yield { kind: secret };
    return;
  }
  // Literals inside of expressions count too: only names of the flow's own parts look like neither of these.
  const address = ADDRESS.exec(value)?.[0].replace(/[.,;:]+$/, '');
  if (address !== undefined && (!EVERYWHERE.test(address) || (LOGIN.test(address) && GUID.test(address)))) {
    yield { kind: 'The web address', text: address };
    return;
  }
  const channel = CHANNEL.exec(value)?.[0];
  if (channel !== undefined) yield { kind: 'The Teams channel', text: channel };
  const mail = MAIL.exec(value)?.[0];
  if (mail !== undefined && !address) yield { kind: 'The mail address', text: mail };
  const guid = GUID.exec(value)?.[0];
  if (guid !== undefined && !NO_GUID.test(guid) && !/^workflowReferenceName$/.test(name))
    yield { kind: 'The GUID', text: guid };
}
