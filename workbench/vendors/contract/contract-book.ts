import Ajv from 'ajv';
import type { Deviation } from './deviations';
import { deviationsOf, judge } from './deviations';
import { complaints, type VendorContract, type Problem } from './open-api-contract';
import type { Spoken } from './recorded-transport';

/** What a client needs of one kind of answer. */
export interface Need {
  operation: string;
  status: number;
  schema: object;
}

/** Gathers what is not as specified in the talk with one vendor, for one judgement at the end. */
export interface ContractBook {
  /** Checks requests of our clients and the answers to them. */
  talk(spoken: readonly Spoken[]): void;
  /** Checks answers only: the request was made up to provoke them. */
  answers(spoken: readonly Spoken[]): void;
  /** How many exchanges were checked of each operation and status. */
  counted(): Record<string, number>;
  verdict(deviations?: readonly Deviation[]): { unexplained: string[]; needless: string[] };
}

/**
 * @param contracts of the vendor; the first that knows an operation answers for it
 * @param needs of our clients
 */
export function contractBook(
  vendor: Deviation['vendor'],
  contracts: readonly VendorContract[],
  needs: readonly Need[] = [],
): ContractBook {
  const ajv = new Ajv({ allErrors: true });
  const compiled = needs.map((need) => ({ ...need, validate: ajv.compile(need.schema) }));
  const problems: Problem[] = [];
  const counts: Record<string, number> = {};
  const contractFor = (spoken: Spoken) => contracts.find((contract) => contract.knows(spoken)) ?? contracts[0]!;

  function answer(spoken: Spoken) {
    const contract = contractFor(spoken);
    const { status, headers, text } = spoken.answer;
    const isJson = String(headers['content-type']).startsWith('application/json');
    const operation = contract.nameOf(spoken);
    counts[`${operation} ${status}`] = (counts[`${operation} ${status}`] ?? 0) + 1;
    problems.push(...contract.answerProblems(spoken));
    for (const need of compiled)
      if (isJson && need.operation === operation && need.status === status)
        for (const { at, says } of complaints(need.validate, JSON.parse(text)))
          problems.push({ operation, status, at, says: `our client needs it: ${says}` });
  }

  return {
    talk(spoken) {
      for (const one of spoken) {
        problems.push(...contractFor(one).requestProblems(one));
        answer(one);
      }
    },
    answers: (spoken) => spoken.forEach(answer),
    counted: () => ({ ...counts }),
    verdict: (deviations = deviationsOf(vendor)) => judge(problems, deviations),
  };
}
