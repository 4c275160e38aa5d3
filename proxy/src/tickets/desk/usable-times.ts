import type { RowProblem } from '../../contract/assignment';
import { RccError } from '../../errors/rcc-error';
import type { DeskMemory, DeskRows } from './desk-times';

/**
 * The desk's times for work that must not stand still because a row of them is wrong: then those that were told before, and
 * what is wrong.
 */
export async function usableTimes(
  desk: DeskMemory,
  rows: DeskRows,
): Promise<Awaited<ReturnType<DeskMemory['timesFor']>> & { problem?: RowProblem }> {
  try {
    return await desk.timesFor(rows);
  } catch (error) {
    if (!(error instanceof RccError)) throw error;
    const problem = { target: error.target ?? 'body', message: error.message };
    return { ...(await desk.timesFor({})), problem };
  }
}
