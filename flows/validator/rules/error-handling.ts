import { type ActionNode, type FlowDocument } from '../../file/flow-document';
import { isCatch, isCaught, runsAfterFailure } from '../error-path';
import { containersOf } from '../precedence';
import { type Detail, type Rule } from '../rule';

/** Actions that talk to the world and may therefore fail though the flow is right. */
const CALLS = /^(OpenApiConnection|ApiConnection|Http)/;
const LOGS = /^(OpenApiConnection|ApiConnection|Http|Workflow|Response)/;
const SHOWN = 3;

/** Rules about what happens when something fails. */
export const errorHandlingRules: Rule[] = [
  {
    code: 'F024',
    severity: 'warning',
    title:
      'Connector calls stand in a Try with a Catch behind it, the Catch tells somebody, and a caller who waits for a Response gets one on the error path too.',
    *check(flow) {
      const calls = flow.actions.filter(({ type }) => CALLS.test(type));
      yield* uncaughtCalls(calls);
      yield* silentCatches(flow);
      if (calls.length > 0) yield* unansweredFailure(flow);
    },
  },
];

/** One finding for the whole flow: a Try around everything mends them all. */
function* uncaughtCalls(calls: readonly ActionNode[]): Generator<Detail> {
  const uncaught = calls.filter((action) => !isCaught(action));
  if (uncaught.length === 0) return;
  const names = uncaught.slice(0, SHOWN).map(({ name }) => `'${name}'`);
  const more = uncaught.length > SHOWN ? ` and ${uncaught.length - SHOWN} more` : '';
  yield {
    pointer: uncaught[0]!.pointer,
    message: `Nothing runs when ${names.join(', ')}${more} ${uncaught.length > 1 ? 'fail' : 'fails'}.`,
    fix: 'Put the calls in a scope, and behind it a scope that runs after Failed and TimedOut.',
  };
}

function* silentCatches({ actions }: FlowDocument): Generator<Detail> {
  for (const action of actions) {
    if (action.type !== 'Scope' || !isCatch(action)) continue;
    // A scope inside a Catch belongs to that one.
    if (containersOf(action).some(isCatch) || hasInside(action, ({ type }) => LOGS.test(type))) continue;
    yield {
      pointer: action.pointer,
      message: `'${action.name}' runs after a failure but calls nothing, so nobody hears of it.`,
      fix: 'Call the flow that logs errors there, or send a message.',
    };
  }
}

function* unansweredFailure({ trigger, actions }: FlowDocument): Generator<Detail> {
  const answers = actions.filter(({ type }) => type === 'Response');
  if (trigger?.type !== 'Request' || answers.length === 0) return;
  if (answers.some(runsAfterFailure)) return;
  yield {
    pointer: answers[0]!.pointer,
    message: `The caller waits for '${answers[0]!.name}', but no Response is on the error path: after a failure the caller gets none.`,
    fix: 'Answer from the Catch as well, with a status or a field that tells of the failure.',
  };
}

function hasInside({ blocks }: ActionNode, wanted: (action: ActionNode) => boolean): boolean {
  const work = [...blocks];
  for (let block = work.pop(); block; block = work.pop()) {
    for (const action of block.actions) {
      if (wanted(action)) return true;
      work.push(...action.blocks);
    }
  }
  return false;
}
