import type { ChatService, CommerceService, ReplyService, TriageService } from '../services';

export interface ChatDependencies {
  triage: TriageService;
  commerce: CommerceService;
  replies: ReplyService;
  /** The present instant. */
  now: () => Date;
}

/** Makes the service that answers one chat turn after the other. */
export function createChat(deps: ChatDependencies): ChatService {
  return {
    async answer(request, state, signal) {
      const triage = await deps.triage.triage({ channel: 'chat', text: request.text }, signal);
      return {
        answer: {
          reply: 'Thank you. A person from our team will read this and answer you.',
          action: 'handoff',
          triage,
          facts: [],
          handoff: {
            intent: triage.intent,
            team: triage.team,
            order_id: triage.order_id,
            reasons: triage.review_reasons,
            facts: [],
            transcript: [{ author: 'customer', text: request.text, at: deps.now().toISOString() }],
            tried: [],
            answer_expected: null,
          },
        },
        state: state ?? {},
      };
    },
  };
}
