import { dateInfoOf, formattingOf, numberInfoOf } from './formatting';
import { type Answers, type HostActions, navigationOf } from './navigation';
import { type Call, Recorder } from './recorder';
import type { Texts } from './resx';
import { designOf, type ThemeName } from './theme';
import { createWebApi } from './web-api';

type Context<TInputs> = ComponentFramework.Context<TInputs>;
type WebApi = ComponentFramework.WebApi;

/** The platform's privileges by name, as `hasEntityPrivilege` numbers them. */
const PRIVILEGES = ['None', 'Create', 'Read', 'Write', 'Delete', 'Assign', 'Share', 'Append', 'AppendTo'] as const;
export type Privilege = (typeof PRIVILEGES)[number];
const FORM_FACTORS = { web: 1, tablet: 2, phone: 3 } as const;
export type FormFactor = keyof typeof FORM_FACTORS;
const RIGHT_TO_LEFT = [1025, 1037];

/** What a host is like and what it answers. Everything but the parameters has a default. */
export interface ContextSettings<TInputs> {
  /** Datasets (`createDataset`) and properties (`createProperty`) by the names of the manifest. */
  readonly parameters: TInputs;
  /** LCID: 1033 is English (US), 3082 Spanish. */
  readonly languageId: number;
  readonly rightToLeft: boolean | undefined;
  /** Minutes to add to UTC, or a function of the instant; see `offsetIn`. */
  readonly timeZoneOffsetMinutes: number | ((at: Date) => number);
  /** Nothing as in canvas apps of old, which tell no theme. */
  readonly theme: ThemeName | undefined;
  readonly formFactor: FormFactor;
  readonly width: number;
  readonly height: number;
  readonly user: { readonly id: string; readonly name: string; readonly roles: readonly string[] };
  readonly resx: Texts;
  /** Nothing as in canvas apps, where calling it fails. */
  readonly webApi: WebApi | undefined;
  /** The privileges the user has, by table; tables left out allow everything. */
  readonly privileges: Readonly<Record<string, readonly Privilege[]>>;
  readonly offline: boolean;
  readonly isDisabled: boolean;
  readonly isVisible: boolean;
  readonly label: string;
  /** What people answer to dialogs. */
  readonly answers: Answers;
  /** What the host does itself instead; calls are noted all the same. */
  readonly actions: Partial<HostActions>;
  /** The columns' metadata by table, as `getEntityMetadata` answers. */
  readonly metadata: Readonly<Record<string, Record<string, unknown>>>;
}

/** A host that behaves, with what the control asked of it. */
export interface MockContext<TInputs> extends Context<TInputs> {
  /** `navigation.openForm`, `mode.trackContainerResize`, `factory.requestRender`, `events.<name>` … in order. */
  readonly calls: readonly Call[];
  /** What `setControlState` kept for the next visit. */
  readonly state: ComponentFramework.Dictionary;
  /** The host changes: a new size, theme, language, … An `updateView` follows. */
  change(settings: Partial<ContextSettings<TInputs>>, updatedProperties?: readonly string[]): void;
  /** @param listener is told that an `updateView` is due; `updatedProperties` says for what */
  subscribe(listener: () => void): () => void;
}

const DEFAULTS: Omit<ContextSettings<unknown>, 'parameters'> = {
  languageId: 1033,
  rightToLeft: undefined,
  timeZoneOffsetMinutes: 0,
  theme: 'light',
  formFactor: 'web',
  width: 1200,
  height: 700,
  user: { id: '5e1f0000-0000-4000-b000-000000000001', name: 'Ana Torres', roles: [] },
  resx: {},
  webApi: undefined,
  privileges: {},
  offline: false,
  isDisabled: false,
  isVisible: true,
  label: '',
  answers: {},
  actions: {},
  metadata: {},
};

/**
 * A context for a control: everything the platform passes to `init` and `updateView`.
 * Its parts read the settings when they are asked, so `change` reaches them all.
 */
export function createContext<TInputs>(
  given: Partial<ContextSettings<TInputs>> & Pick<ContextSettings<TInputs>, 'parameters'>,
): MockContext<TInputs> {
  let settings: ContextSettings<TInputs> = { ...DEFAULTS, webApi: createWebApi(), ...given };
  const recorder = new Recorder();
  const listeners = new Set<() => void>();
  const state: ComponentFramework.Dictionary = {};
  const note = recorder.note.bind(recorder);
  const tell = (updatedProperties: readonly string[]) => {
    context.updatedProperties = [...updatedProperties];
    for (const listener of listeners) listener();
  };
  const refuse = (name: string) => () => Promise.reject(new Error(`${name} is not available in this host.`));

  const userSettings: ComponentFramework.UserSettings = {
    get languageId() {
      return settings.languageId;
    },
    get isRTL() {
      return settings.rightToLeft ?? RIGHT_TO_LEFT.includes(settings.languageId);
    },
    get dateFormattingInfo() {
      return dateInfoOf(settings.languageId);
    },
    get numberFormattingInfo() {
      return numberInfoOf(settings.languageId);
    },
    get securityRoles() {
      return [...settings.user.roles];
    },
    get userId() {
      return `{${settings.user.id}}`;
    },
    get userName() {
      return settings.user.name;
    },
    getTimeZoneOffsetMinutes(at = new Date()) {
      const { timeZoneOffsetMinutes: offset } = settings;
      return typeof offset === 'number' ? offset : offset(at);
    },
  };

  const { lookupObjects, ...navigation } = navigationOf(note, () => settings);
  const context: MockContext<TInputs> = {
    calls: recorder.calls,
    state,
    updatedProperties: [],
    userSettings,
    get parameters() {
      return settings.parameters;
    },
    get formatting() {
      return formattingOf(userSettings);
    },
    get fluentDesignLanguage() {
      return settings.theme === undefined ? undefined : designOf(settings.theme);
    },
    get webAPI() {
      return settings.webApi ?? NO_WEB_API;
    },
    client: {
      disableScroll: false,
      getFormFactor: () => FORM_FACTORS[settings.formFactor],
      getClient: () => (settings.formFactor === 'web' ? 'Web' : 'Mobile'),
      isOffline: () => settings.offline,
      isNetworkAvailable: () => !settings.offline,
    },
    mode: {
      get allocatedHeight() {
        return settings.height;
      },
      get allocatedWidth() {
        return settings.width;
      },
      get isControlDisabled() {
        return settings.isDisabled;
      },
      get isVisible() {
        return settings.isVisible;
      },
      get label() {
        return settings.label;
      },
      setControlState(kept) {
        note('mode.setControlState', kept);
        Object.assign(state, kept);
        return true;
      },
      setFullScreen: (value) => note('mode.setFullScreen', value),
      trackContainerResize: (value) => note('mode.trackContainerResize', value),
    },
    resources: {
      // The platform answers with the key when it has no text.
      getString: (key) => settings.resx[settings.languageId]?.[key] ?? settings.resx[1033]?.[key] ?? key,
      getResource: (_id, _success, failure) => failure(),
    },
    navigation,
    utils: {
      async getEntityMetadata(entityName, attributes) {
        note('utils.getEntityMetadata', entityName, attributes);
        return { EntitySetName: `${entityName}s`, ...settings.metadata[entityName] };
      },
      hasEntityPrivilege: (table, type) => settings.privileges[table]?.includes(PRIVILEGES[type] ?? 'None') ?? true,
      lookupObjects,
    },
    factory: {
      getPopupService: () => {
        throw new Error('Popups are not available in this host.');
      },
      requestRender() {
        note('factory.requestRender');
        void Promise.resolve().then(() => tell([]));
      },
    },
    device: {
      captureAudio: refuse('captureAudio'),
      captureImage: refuse('captureImage'),
      captureVideo: refuse('captureVideo'),
      getBarcodeValue: refuse('getBarcodeValue'),
      getCurrentPosition: refuse('getCurrentPosition'),
      pickFile: refuse('pickFile'),
    },
    copilot: { executeEvent: refuse('executeEvent'), executePrompt: refuse('executePrompt') },
    events: new Proxy(
      {},
      {
        get:
          (_, name) =>
          (...values: unknown[]) =>
            note(`events.${String(name)}`, ...values),
      },
    ),
    change(changed, updatedProperties = propertiesOf(changed)) {
      settings = { ...settings, ...changed };
      followDatasets();
      tell(updatedProperties);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };

  const followed = new Set<unknown>();
  function followDatasets() {
    for (const [name, parameter] of Object.entries(settings.parameters as Record<string, unknown>)) {
      if (!isFollowable(parameter) || followed.has(parameter)) continue;
      followed.add(parameter);
      // The platform names no property with the first data.
      parameter.subscribe(({ first }) => tell(first ? [] : ['dataset', `${name}_dataset`]));
    }
  }
  followDatasets();
  return context;
}

const noWebApi = () => Promise.reject(new Error('The Web API is not available in this host.'));
const NO_WEB_API = {
  createRecord: noWebApi,
  deleteRecord: noWebApi,
  updateRecord: noWebApi,
  retrieveMultipleRecords: noWebApi,
  retrieveRecord: noWebApi,
} as WebApi;

/** What the platform calls a change of its own. */
function propertiesOf(changed: Partial<ContextSettings<unknown>>): string[] {
  if ('parameters' in changed) return ['parameters'];
  return 'width' in changed || 'height' in changed || 'isVisible' in changed ? ['layout'] : ['viewparams'];
}

interface Followable {
  subscribe(listener: (change: { first: boolean }) => void): () => void;
}
const isFollowable = (parameter: unknown): parameter is Followable =>
  typeof parameter === 'object' && parameter !== null && 'subscribe' in parameter;
