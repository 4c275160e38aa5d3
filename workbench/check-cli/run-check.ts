import { openPrompt } from '../../proxy/src/ai/prompt-file';
import { VendorError } from '../../proxy/src/commerce/vendor-error';
import { PolicyFileError } from '../../proxy/src/policy-file';
import { azureOpenAiSettings, promptFolder } from '../../proxy/src/settings/azure-openai-settings';
import { commerceSettings } from '../../proxy/src/settings/commerce-settings';
import { readValues } from '../../proxy/src/settings/read-values';
import { SettingsError } from '../../proxy/src/settings/setting';
import { triagePolicySettings } from '../../proxy/src/settings/triage-policy-settings';
import { openTriagePolicy } from '../../proxy/src/triage/review/triage-policy';
import { sourceLine, usageLine, type CheckAnswer } from './check-answer';
import { CHECK_HELP, readCheckOptions, UsageError, type CheckOptions } from './check-options';
import { checkTriage, ModelFailure } from './check-triage';
import { checkVendor } from './check-vendor';
import { readableText } from './readable-text';

/** Where the command writes. */
export interface CheckOutput {
  out(text: string): void;
  err(text: string): void;
}

/**
 * Runs the command.
 * @returns the exit status: 0 answered, 1 the vendor failed or a setting is wrong, 2 the command was not understood
 */
export async function runCheck(
  argv: string[],
  environment: Record<string, string | undefined>,
  output: CheckOutput,
): Promise<0 | 1 | 2> {
  try {
    const options = readCheckOptions(argv);
    if (!options) {
      output.out(CHECK_HELP);
      return 0;
    }
    const answer = await ask(options, environment);
    output.out(options.json ? asJson(options, answer) : asText(options, answer));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      output.err(`${error.message}\nTry npm run check -- --help.\n`);
      return 2;
    }
    if (error instanceof VendorError) {
      const wait = error.retryAfterSeconds === null ? '' : ` Try again in ${error.retryAfterSeconds} s.`;
      output.err(`${error.code}: ${error.message}${wait}\n`);
      return 1;
    }
    if (error instanceof ModelFailure || error instanceof SettingsError || error instanceof PolicyFileError) {
      output.err(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

/** Only the settings of the integration are read; keys of the service itself are not needed to check one vendor. */
async function ask(
  { target, subject }: CheckOptions,
  environment: Record<string, string | undefined>,
): Promise<CheckAnswer> {
  const { values, problems } = readValues(environment);
  if (target === 'openai') {
    const model = azureOpenAiSettings(values, true, problems);
    if (problems.length > 0) throw new SettingsError(problems);
    const { triagePolicyFile, reviewThresholds } = triagePolicySettings(values);
    const fail = (error: Error) => {
      throw error;
    };
    const policy = openTriagePolicy(triagePolicyFile, reviewThresholds, fail);
    const prompt = openPrompt(promptFolder(values), 'triage', fail);
    return checkTriage(subject, policy, model && { settings: model, prompt });
  }
  const settings = commerceSettings(values, true, problems);
  if (problems.length > 0) throw new SettingsError(problems);
  return checkVendor(target, subject, settings);
}

function asJson({ target, subject }: CheckOptions, { origin, url, durationMs, answer, usage }: CheckAnswer): string {
  const source = { origin, url };
  const report = { target, subject, source, duration_ms: durationMs, usage, found: answer !== null, answer };
  return `${JSON.stringify(snakeCase(report), null, 2)}\n`;
}

function asText({ target, subject }: CheckOptions, answer: CheckAnswer): string {
  const head = target === 'openai' ? 'openai' : `${target} ${subject}`;
  const body = answer.answer === null ? '  not found' : readableText(answer.answer);
  return `${head}\n${body}\n\ntook: ${answer.durationMs} ms\n${usageLine(answer)}${sourceLine(answer)}\n`;
}

/** The names of an answer as everywhere in the service's JSON. */
function snakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeCase(item),
    ]),
  );
}
