import { act, render, type RenderResult } from '@testing-library/react';
import type { MockContext } from './context';

type ReactControl<TInputs, TOutputs> = ComponentFramework.ReactControl<TInputs, TOutputs>;

export interface RenderedControl<TInputs, TOutputs> extends RenderResult {
  readonly control: ReactControl<TInputs, TOutputs>;
  /** What `getOutputs` gave after each `notifyOutputChanged`. */
  readonly outputs: readonly TOutputs[];
  /** How often `updateView` ran. */
  readonly updates: () => number;
  /** Runs `updateView` once more, as the platform does for reasons of its own. */
  readonly update: () => void;
  /** The host takes the control away: unmounted, then destroyed. */
  readonly destroy: () => void;
}

/** Starts a control as a host does and keeps its view up to date with the context and its datasets. */
export function renderControl<TInputs, TOutputs>(
  Control: new () => ReactControl<TInputs, TOutputs>,
  context: MockContext<TInputs>,
): RenderedControl<TInputs, TOutputs> {
  const control = new Control();
  const outputs: TOutputs[] = [];
  let updates = 0;
  const view = () => {
    updates += 1;
    return control.updateView(context);
  };
  control.init(
    context,
    () => {
      const output = control.getOutputs?.();
      if (output !== undefined) outputs.push(output);
    },
    context.state,
  );
  const rendered = render(view());
  const update = () => void act(() => rendered.rerender(view()));
  const leave = context.subscribe(update);
  const destroy = () => {
    leave();
    rendered.unmount();
    control.destroy();
  };
  return { ...rendered, control, outputs, updates: () => updates, update, destroy };
}
