/** What replaced an operation its connector still has but no longer recommends; by connector and operation id. */
const SUCCESSORS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  shared_sharepointonline: { OnNewFile: 'GetOnNewFileItems' },
  shared_teams: {
    PostUserAdaptiveCard: 'PostCardToConversation',
    PostUserNotification: 'PostMessageToConversation',
    SubscribeUserFlowContinuation: 'PostCardAndWaitForResponse',
  },
};

/** The operation to use instead of a deprecated one, where that is known. */
export function successorOf(connector: string, operationId: string): string | undefined {
  return SUCCESSORS[connector]?.[operationId];
}
