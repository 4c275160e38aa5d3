import type { Static, TSchema } from '@sinclair/typebox';
import type { ValidateFunction } from 'ajv';
import { schemaCompiler } from '../contract/compile-schema';
import { problemOf } from '../contract/problem';
import { moneyOf } from '../commerce/money';
import type { Money } from '../contract/order-context';
import { RccError } from '../errors/rcc-error';
import { invalidRequest } from '../server/invalid-request';

const compile = schemaCompiler({});

/** Makes the check of a vendor's body, cut to the fields that are read; others may be there. */
export function bodyCheck<S extends TSchema>(schema: S): (body: unknown) => Static<S> {
  let validate: ValidateFunction | undefined;
  return (body) => {
    validate ??= compile(schema);
    if (!validate(body)) throw invalidRequest((validate.errors ?? []).map((error) => problemOf('body', error)));
    return body as Static<S>;
  };
}

/**
 * Money as a shop writes it.
 * @param field where it stands, for the error: `body/total_price`
 * @throws {RccError} `RCC_INVALID_REQUEST`
 */
export function readAmount(amount: string, currency: string, field: string): Money {
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(amount) || !/^[a-z]{3}$/i.test(currency)) {
    throw new RccError('RCC_INVALID_REQUEST', `${field} is no amount. Give 49.90 with a currency such as EUR.`, field);
  }
  return moneyOf(amount, currency);
}
