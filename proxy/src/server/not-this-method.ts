import { RccError } from '../errors/rcc-error';

/** Answers an address that exists with the method it wants. */
export const notThisMethod = (allowed: string) => () => {
  const allow = allowed.toUpperCase();
  throw new RccError('RCC_METHOD_NOT_ALLOWED', `Use ${allow} at this address.`, undefined, { headers: { allow } });
};
