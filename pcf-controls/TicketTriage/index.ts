import * as React from 'react';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { readSettings } from './model/settings';

/** The queue of an agent as a control of a view. */
export class TicketTriage implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  public init(): void {}

  public updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    return React.createElement('p', {}, readSettings(context.parameters).pageSize);
  }

  public getOutputs(): IOutputs {
    return {};
  }

  public destroy(): void {}
}
