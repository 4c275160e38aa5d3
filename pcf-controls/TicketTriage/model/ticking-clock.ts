type Listener = () => void;

/** Time as it passes, for what counts down: one timer however many watch, and none while nobody can see it. */
export class TickingClock {
  private readonly listeners = new Set<Listener>();
  private timer: ReturnType<typeof setInterval> | undefined;
  private isVisible = true;
  private at = new Date();

  /** @param every milliseconds between two ticks */
  public constructor(private readonly every = 10_000) {}

  /** The instant of the last tick: the same for all who read it between two ticks. */
  public get now(): Date {
    return this.at;
  }

  /** @returns ends the watching */
  public subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    this.adjust();
    return () => {
      this.listeners.delete(listener);
      this.adjust();
    };
  }

  /** Stands still while the control cannot be seen; time that passed meanwhile is caught up with. */
  public show(isVisible: boolean): void {
    if (isVisible === this.isVisible) return;
    this.isVisible = isVisible;
    this.adjust();
    if (isVisible) this.tick();
  }

  public stop(): void {
    this.listeners.clear();
    this.adjust();
  }

  private adjust(): void {
    const runs = this.isVisible && this.listeners.size > 0;
    if (runs && this.timer === undefined) this.timer = setInterval(() => this.tick(), this.every);
    if (!runs && this.timer !== undefined) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
  }

  private tick(): void {
    this.at = new Date();
    for (const listener of [...this.listeners]) listener();
  }
}
