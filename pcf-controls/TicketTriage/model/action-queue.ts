import type { Outcome, RowResult, TicketAction } from './ticket-actions';
import type { Ticket } from './ticket';

/** Milliseconds in which an action can be undone: it is written after them, nothing is ever reversed. */
export const UNDO_FOR = 10_000;
/** Rows written at the same time: a bulk of fifty is done in seconds, and the service is not flooded. */
const AT_ONCE = 4;

/** An action on its way. */
export interface PendingAction {
  /** A GUID; what the action creates carries it as its key, so that trying again creates nothing twice. */
  readonly id: string;
  readonly action: TicketAction;
  /** What is written, or was. */
  readonly tickets: readonly Ticket[];
  readonly state: 'waiting' | 'writing' | 'done';
  /** When it is written; milliseconds since 1970. */
  readonly dueAt: number;
  /** Tickets left out from the beginning, then one result for each that was tried. */
  readonly results: readonly RowResult[];
}

export interface ActionWriter {
  /** @param key the id of the action; never rejects */
  write(action: TicketAction, ticket: Ticket, key: string): Promise<Outcome>;
}

interface Listener {
  /** The list of actions is another one. */
  onChange(): void;
  /** Something was written and nothing is being written any more. */
  onWritten(done: readonly PendingAction[]): void;
}

/** Holds actions back while they can be undone, then writes them, one after the other and each row by itself. */
export class ActionQueue {
  private actions: readonly PendingAction[] = [];
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private writing: Promise<void> = Promise.resolve();
  private finished: PendingAction[] = [];

  public constructor(
    private readonly writer: ActionWriter,
    private readonly listener: Listener,
  ) {}

  /** @param refused results of tickets the action cannot be done to */
  public start(action: TicketAction, tickets: readonly Ticket[], refused: readonly RowResult[] = []): PendingAction {
    const pending: PendingAction = {
      id: crypto.randomUUID(),
      action,
      tickets,
      state: tickets.length > 0 ? 'waiting' : 'done',
      dueAt: Date.now() + UNDO_FOR,
      results: refused,
    };
    this.set([...this.actions, pending]);
    if (tickets.length > 0)
      this.timers.set(
        pending.id,
        setTimeout(() => this.begin(pending.id), UNDO_FOR),
      );
    return pending;
  }

  /** Takes an action back. @returns false when it is too late */
  public undo(id: string): boolean {
    if (this.find(id)?.state !== 'waiting') return false;
    this.forget(id);
    return true;
  }

  /** Takes back what was started last. @returns nothing when there is nothing to take back */
  public undoLast(): PendingAction | undefined {
    const last = [...this.actions].reverse().find(({ state }) => state === 'waiting');
    return last !== undefined && this.undo(last.id) ? last : undefined;
  }

  /** What is on its way, and what was done and not dismissed, oldest first. */
  public pending(): readonly PendingAction[] {
    return this.actions;
  }

  /** Writes what waits at once: nobody will be there to undo it. */
  public flush(): void {
    for (const { id, state } of this.actions) if (state === 'waiting') this.begin(id);
  }

  /** Tries again what failed. */
  public retry(id: string): void {
    const done = this.find(id);
    if (done?.state !== 'done') return;
    const isFailed = ({ outcome }: RowResult) => outcome.kind === 'failed';
    const tickets = done.results.filter(isFailed).map(({ ticket }) => ticket);
    this.replace({ ...done, tickets, state: 'waiting', results: done.results.filter((one) => !isFailed(one)) });
    this.begin(id);
  }

  /** Lets go of an action that is done. */
  public dismiss(id: string): void {
    if (this.find(id)?.state === 'done') this.forget(id);
  }

  private begin(id: string): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    const found = this.find(id);
    if (found?.state !== 'waiting') return;
    this.replace({ ...found, state: 'writing' });
    this.writing = this.writing.then(() => this.write(id));
  }

  private async write(id: string): Promise<void> {
    const { action, tickets = [] } = this.find(id) ?? {};
    const left = [...tickets];
    const work = async () => {
      for (let ticket = left.shift(); ticket && action; ticket = left.shift()) {
        const outcome = await this.writer.write(action, ticket, id);
        const now = this.find(id);
        if (now) this.replace({ ...now, results: [...now.results, { ticket, outcome }] });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const written = this.find(id);
    if (!written) return;
    const done: PendingAction = { ...written, state: 'done' };
    this.finished.push(done);
    this.replace(done);
    if (this.actions.some(({ state }) => state === 'writing')) return;
    const { finished } = this;
    this.finished = [];
    this.listener.onWritten(finished);
  }

  private find(id: string): PendingAction | undefined {
    return this.actions.find((one) => one.id === id);
  }

  private forget(id: string): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    this.set(this.actions.filter((one) => one.id !== id));
  }

  private replace(next: PendingAction): void {
    this.set(this.actions.map((one) => (one.id === next.id ? next : one)));
  }

  private set(actions: readonly PendingAction[]): void {
    this.actions = actions;
    this.listener.onChange();
  }
}
