import { Router } from 'express';
import type { Approvals } from '../approvals/approvals';
import { ServiceError } from '../gateway/service-error';
import { PageProblem } from '../page/page-problem';
import type { PendingApprovalView } from './desk-data';

/** What an approval is answered with. */
const FIELDS = ['approver', 'response', 'comments'] as const;

/** `/approvals`: what waits for an answer, and the answers of people; the runs that wait go on. */
export function approvalRoutes(approvals: Pick<Approvals, 'pending' | 'respond'>): Router {
  const routes = Router();
  routes.get('/', (_request, response) => {
    response.json(approvals.pending satisfies readonly PendingApprovalView[]);
  });
  routes.post('/:name', (request, response) => {
    try {
      response.json(approvals.respond(request.params.name, answerOf(request.body)));
    } catch (error) {
      if (error instanceof ServiceError) throw new PageProblem(error.statusCode, 'not_answered', error.message);
      throw error;
    }
  });
  return routes;
}

/** @throws {PageProblem} 400 for a field that is no text, and for one that is missing */
function answerOf(body: unknown): { approver: string; response: string; comments?: string } {
  const given = (body ?? {}) as Record<string, unknown>;
  const bad = FIELDS.find((name) => typeof given[name] !== 'string' && !(name === 'comments' && given[name] == null));
  if (bad !== undefined) {
    throw new PageProblem(
      400,
      'bad_answer',
      `The field ${bad} has to be a text: send {"approver": "…", "response": "Approve"}.`,
    );
  }
  return given as { approver: string; response: string; comments?: string };
}
