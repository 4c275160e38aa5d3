/**
 * Makes the function that runs the turns of one conversation one after the other, in the order they came;
 * different conversations run side by side.
 */
export function createTurns(): <T>(conversation: string, turn: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (conversation, turn) => {
    const before = last.get(conversation) ?? Promise.resolve();
    const mine = before.then(turn, turn);
    last.set(conversation, mine);
    try {
      return await mine;
    } finally {
      if (last.get(conversation) === mine) last.delete(conversation);
    }
  };
}
