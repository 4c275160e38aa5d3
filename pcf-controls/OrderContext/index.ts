import * as React from 'react';
import { ControlFrame, themeOf } from '../shared/ControlFrame';
import { formatsOf } from '../shared/formats';
import { localeOf } from '../shared/locale';
import { remembered } from '../shared/remembered';
import { wordsOf } from '../shared/words';
import { OrderPanel, type PanelProps } from './components/OrderPanel';
import { type Surroundings, SurroundingsProvider } from './components/surroundings';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { readOrderContext, type Reading } from './model/order-context';
import { readSettings, type Settings } from './model/settings';
import { speechOf } from './model/speech';

type Context = ComponentFramework.Context<IInputs>;

/** The event of the manifest; hosts that know none give nothing. */
interface Events {
  OnLookupRequested?(): void;
}

/** What an agent asked for here, and what the form held then. */
interface Asked {
  readonly on: Date;
  readonly text: string | null;
  readonly column: number | undefined;
}

/** Pixels from which parcels stand beside the order. */
const WIDE = 640;

/** The order a ticket is about, as the service looked it up last, on the column that holds it. */
export class OrderContext implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private context!: Context;
  private notifyOutputChanged?: () => void;
  private asked: Asked | undefined;
  private readonly readings = remembered<Reading>();
  private readonly settingsOf = remembered<Settings>();
  private readonly spoken = remembered<Surroundings>();
  private readonly shown = remembered<React.ReactElement>();

  public init(context: Context, notifyOutputChanged?: () => void): void {
    this.context = context;
    this.notifyOutputChanged = notifyOutputChanged;
    context.mode.trackContainerResize(true);
  }

  /** The same element as before when nothing has changed, so that React has nothing to do. */
  public updateView(context: Context): React.ReactElement {
    this.context = context;
    const { userSettings, mode } = context;
    const surroundings = this.surroundings(context);
    const panel = this.panelProps(context);
    const theme = themeOf(context);
    // The form's column decides how wide the control is, whatever the device; in some hosts the width is a text.
    const isWide = Number(mode.allocatedWidth) >= WIDE;
    const parts = [surroundings, theme, userSettings.isRTL, isWide, ...Object.values(panel)];
    return this.shown(parts, () => {
      const frame = {
        theme,
        rightToLeft: userSettings.isRTL,
        words: wordsOf(context),
        className: isWide ? 'OrderContext is-wide' : 'OrderContext',
      };
      return React.createElement(
        ControlFrame,
        frame,
        React.createElement(SurroundingsProvider, { value: surroundings }, React.createElement(OrderPanel, panel)),
      );
    });
  }

  public getOutputs(): IOutputs {
    return this.asked ? { requestedOn: this.asked.on } : {};
  }

  public destroy(): void {
    // Nothing outlives the element, which the host takes away itself.
  }

  private panelProps({ parameters, mode, client }: Context): PanelProps {
    const { orderContext } = parameters;
    const isReadable = orderContext.security?.readable ?? true;
    return {
      reading: isReadable ? this.readings([orderContext.raw], () => readOrderContext(orderContext.raw)) : 'forbidden',
      settings: this.settings(parameters),
      requestedAt: this.requestedAt(parameters),
      offline: client.isOffline(),
      barred: this.barredBecause(),
      visible: mode.isVisible,
      onLookup: this.onLookup,
    };
  }

  /** What was asked for here counts until the form holds something else: the column's new value, or another ticket. */
  private requestedAt({ orderContext, requestedOn }: IInputs): number | undefined {
    const column = requestedOn.raw?.getTime();
    const isSame = this.asked?.text === orderContext.raw && this.asked.column === column;
    return isSame ? this.asked?.on.getTime() : column;
  }

  /** A form maps the column, a canvas app handles the event; without either nobody would hear the request. */
  private barredBecause(): PanelProps['barred'] {
    const { parameters, mode, events } = this.context;
    const { orderContext, requestedOn } = parameters;
    if (mode.isControlDisabled || requestedOn.security?.editable === false) return 'read_only';
    // Only columns of a form have attributes.
    const isInForm = isBound(orderContext);
    const isHeard = isBound(requestedOn) || (!isInForm && (events as Events | undefined)?.OnLookupRequested);
    return isHeard ? undefined : 'not_mapped';
  }

  private settings({ orderAddress, chargeAddress, staleHours, waitMinutes }: IInputs): Settings {
    const given = {
      orderAddress: orderAddress.raw,
      chargeAddress: chargeAddress.raw,
      staleHours: staleHours.raw,
      waitMinutes: waitMinutes.raw,
    };
    return this.settingsOf([JSON.stringify(given)], () => readSettings(given));
  }

  private surroundings(context: Context): Surroundings {
    const { languageId } = context.userSettings;
    return this.spoken([languageId], () => ({
      speech: speechOf(wordsOf(context), formatsOf(context), localeOf(languageId)),
      open: this.open,
    }));
  }

  private readonly open = (address: string): void => this.context.navigation.openUrl(address);

  private readonly onLookup = (): void => {
    const { parameters, events, factory } = this.context;
    const column = parameters.requestedOn.raw?.getTime();
    this.asked = { on: new Date(), text: parameters.orderContext.raw, column };
    this.notifyOutputChanged?.();
    (events as Events | undefined)?.OnLookupRequested?.();
    factory.requestRender();
  };
}

const isBound = ({ attributes }: ComponentFramework.PropertyTypes.Property): boolean => attributes !== undefined;
