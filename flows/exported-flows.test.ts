import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { projectFile } from '../proxy/src/project-file';
import { loadFlow } from '../workbench/flow-engine/load-flow';

const FILE = /^[A-Za-z-]+-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\.json$/;
const files = readdirSync(projectFile('flows'))
  .filter((name) => FILE.test(name))
  .map((name) => projectFile(join('flows', name)));

interface Action {
  type: string;
  inputs?: { host?: { operationId?: string }; retryPolicy?: { type: string; count?: number }; parameters?: object };
  actions?: Record<string, Action>;
  else?: { actions?: Record<string, Action> };
  cases?: Record<string, { actions?: Record<string, Action> }>;
  default?: { actions?: Record<string, Action> };
}

function* actionsOf(actions: Record<string, Action> = {}): Generator<[string, Action]> {
  for (const [name, action] of Object.entries(actions)) {
    yield [name, action];
    yield* actionsOf(action.actions);
    for (const branch of [action.else, action.default, ...Object.values(action.cases ?? {})]) {
      yield* actionsOf(branch?.actions);
    }
  }
}

const definition = (file: string) =>
  (JSON.parse(readFileSync(file, 'utf8')) as { properties: { definition: { actions: Record<string, Action> } } })
    .properties.definition;

describe('the exported flows', () => {
  describe.each(files.map((file) => [basename(file).replace(/-.*/, ''), file]))('%s', (_name, file) => {
    it('loads in the engine', () => expect(loadFlow(file).id).toMatch(/^[0-9a-f-]{36}$/));

    it('is canonical JSON, so that an export of it changes no line for nothing', () => {
      const text = readFileSync(file, 'utf8');
      expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    });

    it('never tries a mail twice', () => {
      const mails = [...actionsOf(definition(file).actions)].filter(([, { inputs }]) =>
        /^(SendEmail|ReplyTo)/.test(inputs?.host?.operationId ?? ''),
      );
      expect(mails.map(([, { inputs }]) => inputs?.retryPolicy?.type)).toEqual(mails.map(() => 'none'));
    });

    it('gives every write of the service a key of the business, never one of the run that writes', () => {
      const writes = [...actionsOf(definition(file).actions)].filter(([, { inputs }]) =>
        /^(CreateTicket|RecordInteraction|ReportFlowError|AnswerChat|\w+Ticket|RecordFeedback|RecordCorrection)$/.test(
          inputs?.host?.operationId ?? '',
        ),
      );
      const keys = writes.map(([name, { inputs }]) => [
        name,
        (inputs?.parameters as Record<string, string>)['Idempotency-Key'],
      ]);
      const madeOfTheBusiness = expect.stringMatching(/^(?!.*(workflow|guid|rand)\().*@/) as unknown;
      expect(keys).toEqual(keys.map(([name]) => [name, madeOfTheBusiness]));
    });

    it('has no address, site or environment baked in', () => {
      const text = readFileSync(file, 'utf8')
        .replaceAll('https://schema.management.azure.com/', '')
        .replaceAll('https://make.powerautomate.com/', '')
        .replaceAll('https://graph.microsoft.com/', '');
      expect(text).not.toMatch(/https?:\/\/|[\w.]+@(?!odata\.)[\w-]+\.[a-z]{2,}/);
    });

    it('fits the structure of exported flows', () => {
      const folder = process.env.RCC_REFERENCE_DIR;
      if (!folder) return console.warn('RCC_REFERENCE_DIR is not set: the structure of the flows is not checked.');
      const schema = JSON.parse(readFileSync(join(folder, 'schema/flows/solution-flow.schema.json'), 'utf8')) as object;
      const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
      validate(JSON.parse(readFileSync(file, 'utf8')));
      expect(validate.errors ?? []).toEqual([]);
    });
  });
});
