import * as React from 'react';
import { ControlFrame, themeOf } from '../shared/ControlFrame';
import { type Formats, formatsOf } from '../shared/formats';
import { remembered } from '../shared/remembered';
import { type Words, wordsOf } from '../shared/words';
import type { Desk, Happening, Host } from './components/desk';
import { SettingsFault } from './components/SettingsFault';
import { TicketTriage as Triage } from './components/TicketTriage';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { readSettings, type Settings, settingsKey } from './model/settings';
import { plainId, ticketReader } from './model/ticket';
import { TickingClock } from './model/ticking-clock';
import { type Reading, readView } from './model/view';

type Context = ComponentFramework.Context<IInputs>;

/** Events of the manifest; the generated types do not know them, and hosts of old have none. */
interface MakersEvents {
  readonly events?: { OnTicketOpened?(): void; OnAction?(): void };
}

/** Height in pixels where the host leaves it to the control. */
const OWN_HEIGHT = 640;
/** The platform's number of the privilege to read, and its smallest depth. */
const READ = 2;
const BASIC = 0;

/** The queue of an agent as a control of a view. */
export class TicketTriage implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private context!: Context;
  private outputs: IOutputs = {};
  private notify: () => void = () => undefined;
  private readonly clock = new TickingClock();
  private readonly language = remembered<{ words: Words; formats: Formats }>();
  private readonly settings = remembered<Settings | Error>();
  private reading: Reading | undefined;
  private desk: Desk | undefined;
  private isPageSizeSet = false;
  /** Most updates of a host change nothing; the same element tells React so. */
  private readonly shown = remembered<React.ReactElement>();

  public init(context: Context, notifyOutputChanged: () => void): void {
    this.context = context;
    this.notify = notifyOutputChanged;
    context.mode.trackContainerResize(true);
    document.addEventListener('visibilitychange', this.followVisibility);
  }

  public updateView(context: Context): React.ReactElement {
    this.context = context;
    this.followVisibility();
    const { words, formats } = this.languageOf(context);
    const settings = this.settingsOf(context);
    const theme = themeOf(context);
    const { isRTL } = context.userSettings;
    const frame = (parts: readonly unknown[], content: () => React.ReactElement): React.ReactElement =>
      this.shown([...parts, words, theme, isRTL], () => {
        const look = { theme, rightToLeft: isRTL, words, className: 'TicketTriage' };
        return React.createElement(ControlFrame, look, content());
      });
    if (settings instanceof Error)
      return frame([settings], () => React.createElement(SettingsFault, { words, fault: settings.message }));

    this.setPageSize(context, settings);
    this.reading = readView(context.parameters.tickets, settings.ticketColumns, this.reading);
    const { view } = this.reading;
    const desk = this.deskOf(words, formats, settings, this.reading);
    const width = Math.max(320, Number(context.mode.allocatedWidth) || 0);
    const allocated = Number(context.mode.allocatedHeight);
    const height = allocated > 0 ? allocated : OWN_HEIGHT;
    const isOffline = context.client.isOffline() || !context.client.isNetworkAvailable();
    const canRead = mayRead(context);
    return frame([desk, view, width, height, isOffline, canRead], () =>
      React.createElement(Triage, { desk, view, width, height, isOffline, canRead }),
    );
  }

  public getOutputs(): IOutputs {
    return this.outputs;
  }

  public destroy(): void {
    document.removeEventListener('visibilitychange', this.followVisibility);
    this.clock.stop();
  }

  private readonly followVisibility = (): void => {
    this.clock.show(!document.hidden && this.context.mode.isVisible !== false);
  };

  private languageOf(context: Context) {
    const { languageId } = context.userSettings;
    return this.language([languageId], () => ({ words: wordsOf(context), formats: formatsOf(context) }));
  }

  private settingsOf({ parameters }: Context): Settings | Error {
    return this.settings([settingsKey(parameters)], () => attempt(() => readSettings(parameters)));
  }

  /** Once: what is being loaded with another size is asked for again at once, before anybody sees it. */
  private setPageSize({ parameters }: Context, { pageSize }: Settings): void {
    if (this.isPageSizeSet) return;
    this.isPageSizeSet = true;
    const { paging } = parameters.tickets;
    if (paging.pageSize === pageSize) return;
    paging.setPageSize(pageSize);
    parameters.tickets.refresh();
  }

  private deskOf(words: Words, formats: Formats, settings: Settings, { view: { columns } }: Reading): Desk {
    const before = this.desk;
    const isSame = before?.words === words && before.settings === settings && before.columns === columns;
    if (isSame) return before;
    const { userId, userName } = this.context.userSettings;
    this.desk = {
      words,
      formats,
      settings,
      columns,
      read: ticketReader(columns, settings.choices),
      clock: this.clock,
      user: { id: plainId(userId), name: userName },
      host: this.host,
    };
    return this.desk;
  }

  private readonly host: Host = ((control: TicketTriage) => ({
    get context() {
      return control.context;
    },
    get dataset() {
      return control.context.parameters.tickets;
    },
    tell: (happening) => control.tell(happening),
  }))(this);

  /** Tells the maker's app; outputs are announced only when they are others than before. */
  private tell(happening: Happening): void {
    const { events } = this.context as MakersEvents;
    if (happening.kind === 'opened') this.put({ selectedTicketId: happening.id });
    if (happening.kind === 'selected') this.put({ selectedCount: happening.count });
    if (happening.kind === 'acted') this.put({ lastAction: happening.action });
    if (happening.kind === 'opened' && happening.id !== undefined) events?.OnTicketOpened?.();
    if (happening.kind === 'acted') events?.OnAction?.();
  }

  private put(changed: IOutputs): void {
    const next = { ...this.outputs, ...changed };
    if (JSON.stringify(next) === JSON.stringify(this.outputs)) return;
    this.outputs = next;
    this.notify();
  }
}

/** False only when the platform says so; canvas apps cannot tell. */
function mayRead({ utils, parameters }: Context): boolean {
  const allowed = attempt(() => utils.hasEntityPrivilege(parameters.tickets.getTargetEntityType(), READ, BASIC));
  return allowed !== false;
}

/** The result of a call, or the error it ended with. */
function attempt<T>(call: () => T): T | Error {
  try {
    return call();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
