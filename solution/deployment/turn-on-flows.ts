import { setTimeout as wait } from 'node:timers/promises';
import { StepFailed } from './step';
import { runTool, withoutSecrets } from './tool';

/** A flow to turn on, and the flows that have to be on before it. */
export interface FlowToTurnOn {
  id: string;
  name: string;
  children: readonly string[];
}

const API = '/api/data/v9.2/workflows';
const DEADLINE = 60_000;
const TRIES = 4;

/** Parameters with which the Azure CLI gives a token for an environment. */
const tokenParameters = (environment: string): string[] => [
  'account',
  'get-access-token',
  '--resource',
  environment,
  '--query',
  'accessToken',
  '--output',
  'tsv',
];

/** Refusals people meet, and what helps. */
const REMEDIES: readonly [RegExp, string][] = [
  [/ConnectionAuthorizationFailed/i, 'Share the connection with the account that turns the flows on.'],
  [/MissingConnection/i, 'Give the connection reference a connection: fill the settings in and deploy with --again.'],
  [/ChildFlow|child flow/i, 'Turn its child flow on first.'],
];

/** Parameters with which a person turns one flow on by the Azure CLI. */
export const patchParameters = (environment: string, id: string): string[] => [
  ...['rest', '--method', 'patch', '--resource', environment, '--url', `${environment}${API}(${id})`],
  ...['--headers', 'If-Match=*', '--body', '{"statecode": 1}'],
];

async function tokenFor(environment: string): Promise<string> {
  const { code, result } = await runTool('az', tokenParameters(environment), 60);
  const token = result.trim();
  if (code === 0 && token !== '') return token;
  throw new StepFailed('The Azure CLI gives no token for the environment.', 'Run: az login, then run this again.');
}

/** A request that is repeated while the environment is busy (Dataverse service protection limits: 429 with Retry-After). */
async function ask(url: string, token: string, change?: object): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const answer = await fetch(url, {
      method: change === undefined ? 'GET' : 'PATCH',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'odata-version': '4.0',
        'odata-maxversion': '4.0',
        ...(change === undefined ? {} : { 'content-type': 'application/json', 'if-match': '*' }),
      },
      ...(change === undefined ? {} : { body: JSON.stringify(change) }),
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE),
    }).catch((error: Error) => {
      throw new StepFailed(`The environment does not answer (${error.message}).`, 'Check its address and the network.');
    });
    if (![429, 503].includes(answer.status) || tries === TRIES) return answer;
    await wait(Math.min(Number(answer.headers.get('retry-after') ?? 2 ** tries), 60) * 1000);
  }
}

async function reasonIn(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => ({}))) as { error?: { message?: string } };
  const said = withoutSecrets(body.error?.message ?? `status ${String(answer.status)}`);
  const remedy = REMEDIES.find(([sign]) => sign.test(said))?.[1];
  return [said.slice(0, 300), remedy].filter(Boolean).join(' ');
}

/** States of the flows in the environment by id; what is not there is left out. */
async function statesOf(
  flows: readonly FlowToTurnOn[],
  environment: string,
  token: string,
): Promise<Map<string, number>> {
  const which = flows.map(({ id }) => `workflowid eq ${id}`).join(' or ');
  const query = new URLSearchParams({ $select: 'workflowid,statecode', $filter: `category eq 5 and (${which})` });
  const answer = await ask(`${environment}${API}?${query.toString()}`, token);
  if (!answer.ok)
    throw new StepFailed(
      `The environment does not say which flows are on: ${await reasonIn(answer)}`,
      'Check the rights of the account that az is signed in with.',
    );
  const { value } = (await answer.json()) as { value: { workflowid: string; statecode: number }[] };
  return new Map(value.map(({ workflowid, statecode }) => [workflowid.toLowerCase(), statecode]));
}

/**
 * Turns flows on in their order, by the documented way (Microsoft, "Work with cloud flows using code": a PATCH of the
 * workflow's state). One that fails does not hold up those that do not call it.
 * @returns what came out, in one line
 * @throws {StepFailed} naming each flow that is not on, and why
 */
export async function turnOnFlows(flows: readonly FlowToTurnOn[], environment: string): Promise<string> {
  const token = await tokenFor(environment);
  const states = await statesOf(flows, environment, token);
  const on = new Set([...states].filter(([, state]) => state === 1).map(([id]) => id));
  const already = on.size;
  const failed: string[] = [];
  for (const { id, name, children } of flows.filter((flow) => !on.has(flow.id))) {
    const child = flows.find((other) => children.includes(other.id) && !on.has(other.id));
    if (child !== undefined) failed.push(`${name}: waits for ${child.name}.`);
    else if (!states.has(id))
      failed.push(`${name}: is not in the environment. Import the solution again with --again.`);
    else {
      const answer = await ask(`${environment}${API}(${id})`, token, { statecode: 1 });
      if (answer.ok) on.add(id);
      else failed.push(`${name}: ${await reasonIn(answer)}`);
    }
  }
  if (failed.length > 0)
    throw new StepFailed(
      `${String(on.size)} of ${String(flows.length)} flows are on.`,
      'Mend what is said of each, then run this again: those that are on stay on.',
      failed.map((line) => `    ${line}`).join('\n'),
    );
  return `${String(on.size - already)} turned on, ${String(already)} were on already`;
}
