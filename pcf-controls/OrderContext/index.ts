import * as React from 'react';
import { ControlFrame, themeOf } from '../shared/ControlFrame';
import { formatsOf } from '../shared/formats';
import { localeOf } from '../shared/locale';
import { wordsOf } from '../shared/words';
import { OrderPanel, type PanelProps } from './components/OrderPanel';
import { type Surroundings, SurroundingsProvider } from './components/surroundings';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { readOrderContext, type Reading } from './model/order-context';
import { speechOf } from './model/speech';

type Context = ComponentFramework.Context<IInputs>;

/** The event of the manifest; hosts that know none give nothing. */
interface Events {
  OnLookupRequested?(): void;
}

const STALE_HOURS = 12;
const WAIT_MINUTES = 5;

/** The order a ticket is about, as the service looked it up last, on the column that holds it. */
export class OrderContext implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private context!: Context;
  private notifyOutputChanged?: () => void;
  /** What the agent asked for in this form; the column knows it only when the form is saved. */
  private requestedOn: Date | undefined;
  private read: { readonly text: string | null; readonly reading: Reading } | undefined;
  private spoken: { readonly key: string; readonly surroundings: Surroundings } | undefined;

  public init(context: Context, notifyOutputChanged?: () => void): void {
    this.context = context;
    this.notifyOutputChanged = notifyOutputChanged;
    context.mode.trackContainerResize(true);
  }

  public updateView(context: Context): React.ReactElement {
    this.context = context;
    const { userSettings } = context;
    const frame = {
      theme: themeOf(context),
      rightToLeft: userSettings.isRTL,
      words: wordsOf(context),
      // The form's column decides how wide the control is, whatever the device.
      className: Number(context.mode.allocatedWidth) >= 640 ? 'OrderContext is-wide' : 'OrderContext',
    };
    return React.createElement(
      ControlFrame,
      frame,
      React.createElement(
        SurroundingsProvider,
        { value: this.surroundings(context) },
        React.createElement(OrderPanel, this.panelProps(context)),
      ),
    );
  }

  public getOutputs(): IOutputs {
    return this.requestedOn ? { requestedOn: this.requestedOn } : {};
  }

  public destroy(): void {
    this.read = undefined;
  }

  private panelProps({ parameters, mode, client }: Context): PanelProps {
    const { orderContext, requestedOn, orderAddress, chargeAddress, staleHours, waitMinutes } = parameters;
    const isReadable = orderContext.security?.readable ?? true;
    return {
      reading: isReadable ? this.reading(orderContext.raw) : 'forbidden',
      requestedOn: this.requestedOn ?? requestedOn?.raw ?? undefined,
      orderAddress: orderAddress.raw,
      chargeAddress: chargeAddress.raw,
      staleHours: staleHours.raw ?? STALE_HOURS,
      waitMinutes: waitMinutes.raw ?? WAIT_MINUTES,
      offline: client.isOffline(),
      barred: this.barredBecause(),
      visible: mode.isVisible,
      onLookup: this.onLookup,
    };
  }

  /** A form maps the column, a canvas app handles the event; without either nobody would hear the request. */
  private barredBecause(): PanelProps['barred'] {
    const { parameters, mode, events } = this.context;
    const column = parameters.requestedOn as IInputs['requestedOn'] | undefined;
    if (mode.isControlDisabled || column?.security?.editable === false) return 'read_only';
    const isHeard = column?.attributes !== undefined || (events as Events | undefined)?.OnLookupRequested !== undefined;
    return isHeard ? undefined : 'not_mapped';
  }

  private reading(text: string | null): Reading {
    if (this.read?.text !== text || this.read === undefined) this.read = { text, reading: readOrderContext(text) };
    return this.read.reading;
  }

  private surroundings(context: Context): Surroundings {
    const { languageId } = context.userSettings;
    const key = String(languageId);
    if (this.spoken?.key !== key) {
      const speech = speechOf(wordsOf(context), formatsOf(context), localeOf(languageId));
      this.spoken = { key, surroundings: { speech, open: this.open } };
    }
    return this.spoken.surroundings;
  }

  private readonly open = (address: string): void => this.context.navigation.openUrl(address);

  private readonly onLookup = (): void => {
    this.requestedOn = new Date();
    this.notifyOutputChanged?.();
    (this.context.events as Events | undefined)?.OnLookupRequested?.();
    this.context.factory?.requestRender();
  };
}
