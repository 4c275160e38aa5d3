import { badArgument, listOf, requiredText, textOf, type Arguments } from '../gateway/arguments';
import { ServiceError } from '../gateway/service-error';

/** The kinds of approvals flows can start; the last two are not confirmed. */
export const APPROVAL_TYPES = ['Basic', 'CustomResponse', 'BasicAwaitAll', 'CustomResponseAwaitAll'] as const;
export type ApprovalType = (typeof APPROVAL_TYPES)[number];

const BASIC_OPTIONS = ['Approve', 'Reject'];
/** With custom answers from everybody, the outcome is all of them in order; not confirmed. */
const SEVERAL_OUTCOMES = ', ';

export interface Responder {
  id: string;
  displayName: string;
  email: string;
  tenantId: string;
  userPrincipalName: string;
}

export interface ApprovalResponse {
  responder: Responder;
  /** ISO 8601. */
  requestDate: string;
  responseDate: string;
  approverResponse: string;
  comments: string;
}

/** An approval in the journal. */
export interface Approval {
  /** The approval id, a GUID. */
  name: string;
  type: ApprovalType;
  title: string;
  details: string;
  /** Addresses, or whatever the flow names people by. */
  assignedTo: readonly string[];
  requestor: string;
  itemLink: string;
  itemLinkDescription: string;
  options: readonly string[];
  requestDate: string;
  /** After this nobody can answer. */
  expirationDate: string;
  responses: readonly ApprovalResponse[];
  /** Set when it is decided. */
  outcome?: string;
  completionDate?: string;
}

/** @throws {ServiceError} 400 naming the types there are */
export function approvalType(text: string): ApprovalType {
  const found = APPROVAL_TYPES.find((type) => type.toLowerCase() === text.toLowerCase());
  if (found === undefined) {
    throw badArgument(`The approval type '${text}' is not one of ${APPROVAL_TYPES.join(', ')}.`);
  }
  return found;
}

function optionsOf(type: ApprovalType, input: Arguments): string[] {
  if (type.startsWith('Basic')) return BASIC_OPTIONS;
  const options = listOf(input, 'responseOptions').map((option) => {
    if (typeof option !== 'string' || option.trim() === '') {
      throw badArgument("The parameter 'responseOptions' has to be a list of texts.");
    }
    return option;
  });
  if (options.length === 0) throw badArgument(`An approval of type ${type} needs the parameter 'responseOptions'.`);
  return options;
}

/**
 * A new approval from what a flow gives; the input is open, so keys besides the known ones are let be.
 * @throws {ServiceError} 400 for a missing title, nobody to ask, or custom answers that are missing
 */
export function newApproval(
  type: ApprovalType,
  input: Arguments,
  { name, now, daysToAnswer }: { name: string; now: Date; daysToAnswer: number },
): Approval {
  const assignedTo = requiredText(input, 'assignedTo')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (assignedTo.length === 0) throw badArgument("The parameter 'assignedTo' names nobody.");
  return {
    name,
    type,
    title: requiredText(input, 'title'),
    details: textOf(input, 'details'),
    assignedTo: [...new Set(assignedTo)],
    requestor: textOf(input, 'requestor'),
    itemLink: textOf(input, 'itemLink'),
    itemLinkDescription: textOf(input, 'itemLinkDescription'),
    options: optionsOf(type, input),
    requestDate: now.toISOString(),
    expirationDate: new Date(now.getTime() + daysToAnswer * 86_400_000).toISOString(),
    responses: [],
  };
}

/** Who answers: the address as it was assigned, and a name made of it. */
function responderOf(assigned: string): Responder {
  const displayName = assigned.split('@')[0] ?? assigned;
  return { id: assigned.toLowerCase(), displayName, email: assigned, tenantId: '', userPrincipalName: assigned };
}

/** What an approval amounts to with these responses; undefined while it waits for more. */
function outcomeOf({ type, assignedTo }: Approval, responses: readonly ApprovalResponse[]): string | undefined {
  const answers = responses.map(({ approverResponse }) => approverResponse);
  if (type === 'Basic' || type === 'CustomResponse') return answers[0];
  // Everybody has to approve, so one refusal decides.
  if (type === 'BasicAwaitAll' && answers.includes('Reject')) return 'Reject';
  if (responses.length < assignedTo.length) return undefined;
  return type === 'BasicAwaitAll' ? 'Approve' : answers.join(SEVERAL_OUTCOMES);
}

/**
 * The approval with one more response.
 * @throws {ServiceError} 400 for an answer that is no option, 403 for somebody who was not asked, 409 when it is decided
 * or answered already
 */
export function withResponse(
  approval: Approval,
  { approver, response, comments = '' }: { approver: string; response: string; comments?: string },
  now: Date,
): Approval {
  const option = approval.options.find((one) => one.toLowerCase() === response.toLowerCase());
  if (option === undefined) {
    throw badArgument(`'${response}' is not one of the answers ${approval.options.join(', ')}.`);
  }
  const assigned = approval.assignedTo.find((one) => one.toLowerCase() === approver.toLowerCase());
  if (assigned === undefined) throw new ServiceError(403, `${approver} was not asked for this approval.`);
  if (approval.outcome !== undefined) throw new ServiceError(409, 'The approval is decided already.');
  if (now.toISOString() >= approval.expirationDate) throw new ServiceError(409, 'The approval has expired.');
  if (approval.responses.some(({ responder }) => responder.email === assigned)) {
    throw new ServiceError(409, `${approver} has answered already.`);
  }
  const given: ApprovalResponse = {
    responder: responderOf(assigned),
    requestDate: approval.requestDate,
    responseDate: now.toISOString(),
    approverResponse: option,
    comments,
  };
  const responses = [...approval.responses, given];
  const outcome = outcomeOf(approval, responses);
  return {
    ...approval,
    responses,
    ...(outcome === undefined ? {} : { outcome, completionDate: now.toISOString() }),
  };
}

function summaryOf({ responder, approverResponse, comments, requestDate, responseDate }: ApprovalResponse): string {
  return [
    `Approver: ${responder.displayName}, ${responder.email}`,
    `Response: ${approverResponse}`,
    `Request Date: ${requestDate}`,
    `Response Date: ${responseDate}`,
    ...(comments === '' ? [] : [`Comments: ${comments}`]),
  ].join('\n');
}

/** What a flow reads of an approval; outcome and responses only once there are any. */
export function viewApproval(approval: Approval): Record<string, unknown> {
  const { assignedTo, options, responses, type, ...rest } = approval;
  return {
    ...rest,
    approvalType: type,
    assignedTo: assignedTo.join(';'),
    ...(type.startsWith('Basic') ? {} : { responseOptions: options }),
    responses,
    ...(responses.length === 0 ? {} : { responseSummary: responses.map(summaryOf).join('\n\n') }),
  };
}
