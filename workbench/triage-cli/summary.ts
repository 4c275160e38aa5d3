import type { Triage } from '../../proxy/src/contract/triage';

/** Counts of one run. */
export class Summary {
  messages = 0;
  badLines = 0;
  private toReview = 0;
  private readonly byIntent = new Map<string, number>();
  private readonly byPriority = new Map<string, number>();

  add({ intent, priority, requires_human_review }: Triage): void {
    this.messages += 1;
    if (requires_human_review) this.toReview += 1;
    this.byIntent.set(intent, (this.byIntent.get(intent) ?? 0) + 1);
    this.byPriority.set(priority, (this.byPriority.get(priority) ?? 0) + 1);
  }

  /** The counts as lines for a person. */
  lines(elapsedMs: number): string[] {
    const counted = (counts: Map<string, number>): string =>
      [...counts]
        .sort((a, b) => b[1] - a[1])
        .map(([name, count]) => `${name} ${count}`)
        .join(', ') || 'none';
    const perSecond = elapsedMs > 0 ? Math.round((this.messages / elapsedMs) * 1000) : this.messages;
    return [
      `messages: ${this.messages}, to review: ${this.toReview}, bad lines kept as they were: ${this.badLines}`,
      `intents: ${counted(this.byIntent)}`,
      `priorities: ${counted(this.byPriority)}`,
      `time: ${(elapsedMs / 1000).toFixed(1)} s, ${perSecond} messages/s`,
    ];
  }
}
