import type { TestProduct } from '../product/open-product';

/** The call of a flow that was made to fail. */
export interface Struck {
  action: string;
  /** Whether it failed every time, not once. */
  isLasting: boolean;
}

/** One case that was played. */
export interface Played {
  /** Lets the same thing happen again: the trigger delivered a second time, or the schedule's next turn. */
  again(): Promise<unknown>;
  /**
   * What is promised about this case, as far as it does not hold.
   * @param struck the call that failed; none after `again`, when nothing fails any more
   */
  broken(struck?: Struck): string[] | Promise<string[]>;
}

/** Something that happens at the desk, and what is promised about it whatever fails on the way. */
export interface Situation {
  name: string;
  /** Goes wrong in every case, besides the call under test. */
  always?: readonly string[];
  /**
   * Puts rows of its own there, starts the flow and waits until nothing runs. Each call makes a new case that others do
   * not disturb.
   * @param begin to be called when the rows are there, right before the flow starts: from then on calls fail
   */
  play(product: TestProduct, begin: () => void): Promise<Played>;
}
