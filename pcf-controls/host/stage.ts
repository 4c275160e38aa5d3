import type { MockContext } from '../mocks/context';
import type { Call } from '../mocks/recorder';
import type { Parameters, Scene } from './scene';

export type Control = ComponentFramework.ReactControl<Parameters, Record<string, unknown>>;
interface Renderer {
  render(element: unknown, container: Element): void;
  unmountComponentAtNode(container: Element): boolean;
}

/** What stands around a control on the stage, with what was asked of it. */
interface Surroundings {
  readonly dataset?: { readonly calls: readonly Call[] };
  readonly webApi: { readonly calls: readonly Call[] };
  begin?(context: MockContext<Parameters>): void;
}

/** Holds a control as the platform does: init, updateView whenever something changed, destroy. */
export class Stage<Around extends Surroundings = Scene> {
  private readonly control: Control;
  private readonly leave: () => void;
  private readonly resized: ResizeObserver;
  /** What `getOutputs` gave, newest last. */
  public readonly outputs: Record<string, unknown>[] = [];
  public updates = 0;
  /** Milliseconds from the start until the first view was on the screen. */
  public readonly firstPaint: Promise<number>;

  public constructor(
    Constructor: new () => Control,
    public readonly context: MockContext<Parameters>,
    public readonly scene: Around,
    private readonly container: HTMLElement,
    private readonly renderer: Renderer,
    private readonly onUpdate: () => void = () => undefined,
  ) {
    const begun = performance.now();
    this.control = new Constructor();
    const notify = () => {
      const outputs = this.control.getOutputs?.();
      if (outputs) this.outputs.push(outputs);
      this.onUpdate();
    };
    this.control.init(context, notify, context.state);
    this.leave = context.subscribe(() => this.update());
    this.resized = new ResizeObserver(([entry]) => {
      const { width = 0 } = entry?.contentRect ?? {};
      const isTracked = context.calls.some(({ name }) => name === 'mode.trackContainerResize');
      if (isTracked && Math.round(width) !== context.mode.allocatedWidth) context.change({ width: Math.round(width) });
    });
    this.resized.observe(container);
    this.update();
    this.firstPaint = painted().then(() => performance.now() - begun);
    scene.begin?.(context);
  }

  /** One `updateView` and what React makes of it. */
  public update(): void {
    this.updates += 1;
    this.renderer.render(this.control.updateView(this.context), this.container);
    this.onUpdate();
  }

  /** Everything the control asked of its host so far. */
  public calls(): Call[] {
    const { dataset, webApi } = this.scene;
    const named = (part: string, calls: readonly Call[]) =>
      calls.map((call) => ({ ...call, name: `${part}.${call.name}` }));
    return [...this.context.calls, ...named('dataset', dataset?.calls ?? []), ...named('webAPI', webApi.calls)];
  }

  public stop(): void {
    this.leave();
    this.resized.disconnect();
    this.renderer.unmountComponentAtNode(this.container);
    this.control.destroy();
  }
}

/** Resolves when what is there now has been drawn. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve())));
