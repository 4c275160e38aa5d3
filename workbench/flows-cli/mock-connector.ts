import { type Connector, type ConnectorResponse } from '../flow-engine/types';
import { type MockedCall, type Mocks } from './mocks-file';

/** Where a mocked call's answer came from. */
export type AnswerSource = 'mock' | 'stand-in' | 'sample' | 'none';

export interface GivenAnswer extends MockedCall {
  source: AnswerSource;
  answer: ConnectorResponse;
}

export interface MockOptions {
  mocks: Mocks;
  /** Carries out what the mocks have no answer for. */
  standIn?: Connector;
  /** A made-up answer, or undefined when one must not be made up. */
  sample: (call: MockedCall) => ConnectorResponse | undefined;
  /** Told of every answer. */
  given: (answer: GivenAnswer) => void;
}

/** Stands for a connector that is not there: answers from the mocks, else with a sample, else fails naming what is missing. */
export function createMockConnector(connector: string, { mocks, standIn, sample, given }: MockOptions): Connector {
  return {
    async call(request) {
      const { actionName, operationId } = request;
      const call = { actionName, connector, operationId };
      const mocked = mocks.answer(call);
      if (!mocked && standIn) {
        const answer = await standIn.call(request);
        given({ ...call, source: 'stand-in', answer });
        return answer;
      }
      const made = mocked ? undefined : sample(call);
      const answer = mocked ?? made ?? noAnswer(call);
      given({ ...call, source: mocked ? 'mock' : made ? 'sample' : 'none', answer });
      return structuredClone(answer);
    },
  };
}

/** 404, which is never tried again: the maker has to write the answer. */
function noAnswer({ actionName, connector, operationId }: MockedCall): ConnectorResponse {
  const message = `There is no answer for '${actionName}' (${connector}/${operationId}) in the file of mocks. Add { "${actionName}": { "statusCode": 200, "body": … } }.`;
  return { statusCode: 404, headers: {}, body: { error: { code: 'NoMock', message } } };
}
