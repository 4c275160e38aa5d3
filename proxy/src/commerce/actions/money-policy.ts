import { Type, type Static } from '@sinclair/typebox';
import { schemaCompiler } from '../../contract/compile-schema';
import { APPROVER_LEVELS, type ApproverLevel } from '../../contract/money-action';
import type { Money } from '../../contract/order-context';
import { openPolicyFile, parsePolicyFile, PolicyFileError } from '../../policy-file';
import { minorOf } from './minor-units';

const DECIMAL = '^[0-9]{1,12}([.][0-9]{1,3})?$';
const days = (description: string, most = 3650) => Type.Integer({ minimum: 1, maximum: most, description });
/** Ended actions are forgotten after 90 days: an approval that lived longer could be carried out twice. */
const MOST_DAYS_OF_APPROVAL = 60;
const hours = (most: number, description: string) => Type.Integer({ minimum: 1, maximum: most, description });

const MoneyPolicySchema = Type.Object(
  {
    limits: Type.Record(
      Type.String({ pattern: '^[A-Z]{3}$' }),
      Type.Object(
        Object.fromEntries(
          APPROVER_LEVELS.map((level) => [
            level,
            Type.String({ pattern: DECIMAL, description: `The most that level ${level} may approve, such as 100.00.` }),
          ]),
        ) as Record<ApproverLevel, ReturnType<typeof Type.String>>,
        { additionalProperties: false },
      ),
      { additionalProperties: false, description: 'For each currency the most that each level may approve.' },
    ),
    days_after_order: days('Days after the order within which money is given back.'),
    days_after_delivery: days('Days after the last delivery within which money is given back.'),
    approval_expires_after_days: days('Days after which an approval no longer counts.', MOST_DAYS_OF_APPROVAL),
    external_gateways: Type.Array(Type.String({ minLength: 1 }), {
      description: 'Gateways of the shop whose payments Stripe gives back; all others the shop gives back itself.',
    }),
    hours_a_vendor_keeps_a_key: hours(24, 'Hours for which a vendor surely still knows an idempotency key.'),
    hours_until_unfinished_is_reported: hours(240, 'Hours after which an action without an end goes to a person.'),
    refund_disputed_payments: Type.Boolean({ description: 'Whether a payment in dispute may be given back.' }),
  },
  { additionalProperties: false },
);

/** Who may approve how much, and until when: data, so that a shop changes it without a new version. */
export type MoneyPolicy = Static<typeof MoneyPolicySchema>;

const validate = schemaCompiler({})(MoneyPolicySchema);

/**
 * Reads a policy from the text of its file.
 * @throws {PolicyFileError}
 */
export function readMoneyPolicy(text: string, file: string): MoneyPolicy {
  const policy = parsePolicyFile<MoneyPolicy>(text, file, validate);
  for (const [currency, { standard, senior }] of Object.entries(policy.limits)) {
    const amounts = [standard, senior].map((amount) => minorOf({ amount: String(amount), currency }));
    if (amounts.includes(null))
      throw new PolicyFileError(`${file}: limits/${currency} has more decimal places than the currency. Remove them.`);
    if (amounts[0]! > amounts[1]!)
      throw new PolicyFileError(`${file}: limits/${currency}/standard is above senior. Give senior the larger one.`);
  }
  return policy;
}

/**
 * The level an amount needs; null when nobody may approve it, which is also so for a currency without limits.
 */
export function levelFor({ limits }: MoneyPolicy, amount: Money): ApproverLevel | null {
  const most = limits[amount.currency];
  const asked = minorOf(amount);
  if (!most || asked === null) return null;
  return APPROVER_LEVELS.find((level) => asked <= minorOf({ amount: most[level], currency: amount.currency })!) ?? null;
}

/**
 * Reads the policy file, and again when it changes.
 * @param onError told about a change that cannot be used; the last good policy stays in force
 * @throws {PolicyFileError} when the file cannot be used at the start
 */
export const openMoneyPolicy = (
  file: string,
  onError: (error: Error) => void,
  clock?: () => number,
): (() => MoneyPolicy) => openPolicyFile(file, readMoneyPolicy, onError, clock);
