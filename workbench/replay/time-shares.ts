import type { Connector } from '../flow-engine/types';

const PARTS: Record<string, string> = {
  CreateTicket: 'reading, order context and ticket',
  DraftReply: 'reply and check',
  AnswerChat: 'chat answer',
  RecordInteraction: 'claim and outcome',
  ReportFlowError: 'error log',
};
const STAND_INS: Record<string, string> = {
  shared_commondataserviceforapps: 'Dataverse stand-in',
  shared_office365: 'mailbox stand-in',
};

/** How the time of runs splits over the parts they call; what is left is the engine's own. */
export class TimeShares {
  private readonly spent = new Map<string, number>();

  /** Put between the flows and their connectors: measures, changes nothing. */
  readonly wrapConnector = (name: string, connector: Connector): Connector => ({
    call: async (request) => {
      const part = STAND_INS[name] ?? PARTS[request.operationId] ?? request.operationId;
      const start = performance.now();
      try {
        return await connector.call(request);
      } finally {
        this.spent.set(part, (this.spent.get(part) ?? 0) + performance.now() - start);
      }
    },
  });

  /** @param total milliseconds of all runs @returns parts with their share from 0 to 1, largest first */
  shares(total: number): { part: string; share: number }[] {
    const called = [...this.spent.values()].reduce((sum, ms) => sum + ms, 0);
    const whole = Math.max(total, called);
    if (whole === 0) return [];
    return [...this.spent, ['flow engine', whole - called] as const]
      .map(([part, ms]) => ({ part, share: ms / whole }))
      .sort((a, b) => b.share - a.share);
  }
}
