import { readConnectorDocument } from './connector-document';
import { type ContractOperation, contractOperations } from './operations';
import { problemText } from './problem';

let operations: ReadonlyMap<string, ContractOperation> | undefined;

/**
 * Checks an answer against the committed connector document; for tests of every room.
 * @throws {Error} listing every field that differs, or naming an operation the document does not have
 */
export function validateAnswer(operationId: string, answer: unknown): void {
  operations ??= contractOperations(readConnectorDocument());
  const operation = operations.get(operationId);
  if (!operation) throw new Error(`The connector document has no operation ${operationId}.`);
  const problems = operation.answerProblems(answer);
  if (problems.length > 0) {
    const lines = problems.map((problem) => `  ${problemText(problem)}`);
    throw new Error(`The answer of ${operationId} differs from the connector document:\n${lines.join('\n')}`);
  }
}
