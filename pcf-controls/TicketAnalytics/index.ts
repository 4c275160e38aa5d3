import * as React from 'react';
import { ControlFrame, themeOf } from '../shared/ControlFrame';
import { formatsOf } from '../shared/formats';
import { localeOf } from '../shared/locale';
import { remembered } from '../shared/remembered';
import { wordsOf } from '../shared/words';
import { Analytics } from './components/Analytics';
import { Notice, type Trouble } from './components/Notices';
import { type Surroundings, SurroundingsProvider } from './components/surroundings';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { missingOf } from './model/charts/chart';
import { type Day, userDay } from './model/day';
import { type Drill, drillAddress, drillText } from './model/drill';
import { type KeptView, keptState, readKeptView } from './model/kept-view';
import type { Columns } from './model/metric-row';
import { MetricLoader } from './model/metric-loader';
import { readSettings, type Settings, settingsKey } from './model/settings';
import { speechOf } from './model/speech';

/** The events of the manifest; hosts that know none give nothing. */
interface Events {
  OnDrillThrough?(): void;
}
type Context = ComponentFramework.Context<IInputs>;

/** As the platform numbers them. */
const READ = 2;
const OWN_ROWS = 0;

let controls = 0;

/** Retail Support Analytics: key figures with targets, and charts, over the rows of the daily metrics. */
export class TicketAnalytics implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private readonly loader = new MetricLoader();
  private readonly idPrefix = `TicketAnalytics${(controls += 1)}`;
  private context!: Context;
  private notifyOutputChanged?: () => void;
  private drilled: Drill | undefined;
  private surroundings = remembered<Surroundings>();
  private settings = remembered<Settings | Error>();
  private trouble = remembered<Trouble | undefined>();
  private readonly shown = remembered<React.ReactElement>();
  private kept: KeptView = readKeptView(undefined);

  public init(context: Context, notifyOutputChanged?: () => void, state?: ComponentFramework.Dictionary): void {
    this.context = context;
    this.kept = readKeptView(state);
    this.notifyOutputChanged = notifyOutputChanged;
    context.mode.trackContainerResize(true);
  }

  public updateView(context: Context): React.ReactElement {
    this.context = context;
    const { parameters, userSettings, mode } = context;
    const surroundings = this.surroundings([userSettings.languageId, userSettings.isRTL], () =>
      this.newSurroundings(context),
    );
    const settings = this.settings([settingsKey(parameters)], () => settingsOrError(parameters));
    const loaded = settings instanceof Error ? undefined : this.loader.take(parameters.metrics, settings);
    const trouble = loaded && this.troubleOf(context, loaded.columns);
    const now = new Date();
    const today: Day = userDay(now, userSettings.getTimeZoneOffsetMinutes(now));
    // In some hosts the size is a text.
    const width = Number(mode.allocatedWidth);
    const parts = [surroundings, settings, loaded, trouble, today, width, themeOf(context)];
    return this.shown(parts, () => {
      const { onNeed, onRetry, onLeave, kept } = this;
      const inner =
        settings instanceof Error || loaded === undefined
          ? React.createElement(Notice, { trouble: { kind: 'failed', message: (settings as Error).message }, onRetry })
          : React.createElement(Analytics, {
              ...{ loaded, settings, today, trouble, allocatedWidth: width, kept },
              ...{ onNeed, onRetry, onLeave },
            });
      const frame = {
        theme: themeOf(context),
        rightToLeft: userSettings.isRTL,
        words: wordsOf(context),
        className: 'TicketAnalytics',
      };
      return React.createElement(
        ControlFrame,
        frame,
        React.createElement(SurroundingsProvider, { value: surroundings }, inner),
      );
    });
  }

  public getOutputs(): IOutputs {
    return this.drilled ? { drillThrough: drillText(this.drilled) } : {};
  }

  public destroy(): void {
    // Nothing outlives the element, which the host takes away itself.
  }

  private newSurroundings(context: Context): Surroundings {
    const { languageId, isRTL } = context.userSettings;
    return {
      speech: speechOf(wordsOf(context), formatsOf(context), localeOf(languageId)),
      isRightToLeft: isRTL,
      idPrefix: this.idPrefix,
      onDrill: this.onDrill,
    };
  }

  private troubleOf({ parameters, client, utils }: Context, columns: Columns): Trouble | undefined {
    const { metrics } = parameters;
    const missing = metrics.columns.length > 0 ? missingOf(columns, ['date', 'scope']) : [];
    const mayRead = () => utils?.hasEntityPrivilege?.(metrics.getTargetEntityType(), READ, OWN_ROWS) ?? true;
    const trouble = (): Trouble | undefined => {
      if (metrics.error && !mayRead()) return { kind: 'forbidden' };
      if (client.isOffline()) return { kind: 'offline' };
      if (metrics.error) return { kind: 'failed', message: metrics.errorMessage };
      return missing.length > 0 ? { kind: 'unmapped', missing } : undefined;
    };
    const found = trouble();
    return this.trouble([JSON.stringify(found)], () => found);
  }

  private readonly onNeed = (day: Day): void => this.loader.want(this.context.parameters.metrics, day);

  private readonly onLeave = (view: KeptView): void => {
    this.kept = view;
    // Some hosts keep nothing.
    this.context.mode.setControlState?.(keptState(view));
  };

  private readonly onRetry = (): void => this.context.parameters.metrics.refresh();

  private readonly onDrill = (drill: Drill): void => {
    const { navigation, events, parameters } = this.context;
    this.drilled = drill;
    this.notifyOutputChanged?.();
    (events as Events | undefined)?.OnDrillThrough?.();
    const settings = settingsOrError(parameters);
    if (settings instanceof Error || settings.triageAddress === '') return;
    navigation.openUrl(drillAddress(settings.triageAddress, drill));
  };
}

function settingsOrError(parameters: IInputs): Settings | Error {
  try {
    return readSettings(parameters);
  } catch (error) {
    return error as Error;
  }
}
