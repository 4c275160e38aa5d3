import { after, compose, failing, scope, wait } from '../testing/flow-builder';
import { ifTrue, respond } from '../testing/actions';
import { type FlowCase } from './flow-case';

const S = ['Succeeded'];
const ok = compose(1);

/** Response: who is answered, when, and with what. */
export const responseCases: FlowCase[] = [
  ['the caller gets the status', { R: respond(201) }, 'Succeeded', { R: 'S' }, { response: 201 }],
  ['a flow without one answers nothing', { A: ok }, 'Succeeded', {}, { response: null }],
  [
    'the run goes on after it',
    { R: respond(200), W: after(wait(60), { R: S }) },
    'Succeeded',
    { W: 'S' },
    { response: 200, seconds: 60 },
  ],
  [
    'what fails after it does not change the answer',
    { R: respond(200), A: after(failing(), { R: S }) },
    'Failed',
    { R: 'S', A: 'F' },
    { response: 200 },
  ],
  [
    'a second one is skipped and says so',
    { A: respond(200), B: after(respond(500), { A: S }) },
    'Succeeded',
    { A: 'S', B: 'K' },
    { response: 200, codes: { B: 'ActionResponseSkipped' } },
  ],
  [
    'what runs after a skipped one lists Skipped',
    { A: respond(200), B: after(respond(500), { A: S }), C: after(ok, { B: S }), D: after(ok, { B: ['Skipped'] }) },
    'Succeeded',
    { B: 'K', C: 'K', D: 'S' },
  ],
  [
    'within two minutes the caller listens',
    { W: wait(120), R: after(respond(200), { W: S }) },
    'Succeeded',
    { R: 'S' },
    { response: 200 },
  ],
  [
    'after two minutes no longer',
    { W: wait(121), R: after(respond(200), { W: S }) },
    'Succeeded',
    { R: 'K' },
    { response: null },
  ],
  [
    'an asynchronous one may take longer',
    { W: wait(1, 'Hour'), R: after({ ...respond(200), operationOptions: 'Asynchronous' }, { W: S }) },
    'Succeeded',
    { R: 'S' },
    { response: 200 },
  ],
  ['an error status is an answer like any other', { R: respond(422) }, 'Succeeded', { R: 'S' }, { response: 422 }],
  ['the status from an expression', { R: respond('@add(400,4)') }, 'Succeeded', {}, { response: 404 }],
  ['the status as text', { R: respond('202') }, 'Succeeded', {}, { response: 202 }],
  [
    'a status that is none fails',
    { R: respond('soon') },
    'Failed',
    { R: 'F' },
    { response: null, codes: { R: 'InvalidTemplate' } },
  ],
  ['a status that HTTP does not have fails', { R: respond(700) }, 'Failed', { R: 'F' }, { response: null }],
  [
    'a missing status fails',
    { R: { type: 'Response', kind: 'Http', inputs: { body: 1 } } },
    'Failed',
    { R: 'F' },
    { response: null },
  ],
  [
    'a body that cannot be read fails, and a later one answers',
    { R: respond(200, "@int('x')"), C: after(respond(500), { R: ['Failed'] }) },
    'Succeeded',
    { R: 'F', C: 'S' },
    { response: 500 },
  ],
  [
    'each branch answers for itself',
    { I: ifTrue('@false', { Y: respond(200) }, { N: respond(404) }) },
    'Succeeded',
    { Y: 'K', N: 'S' },
    { response: 404 },
  ],
  [
    'a catch answers when the try did not come to it',
    { T: scope({ A: failing(), R: after(respond(200), { A: S }) }), C: after(respond(500), { T: ['Failed'] }) },
    'Succeeded',
    { R: 'K', C: 'S' },
    { response: 500 },
  ],
  [
    'an answer to an agent is the value of its parameter',
    {
      R: {
        type: 'OpenApiConnectionWebhookResponse',
        inputs: { parameters: { 'response/value': { n: '@add(1,1)' }, 'response/schema': { type: 'object' } } },
      },
    },
    'Succeeded',
    { R: 'S' },
    { response: 200, outputs: { R: { statusCode: 200, headers: {}, body: { n: 2 } } } },
  ],
];
