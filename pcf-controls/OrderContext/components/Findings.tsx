import * as React from 'react';
import type { Finding } from '../model/order-context';
import { Remark } from './Remark';
import { useSurroundings } from './surroundings';

/** What somebody has to act on; the others only help to understand. */
const SERIOUS = new Set(['duplicate_charge', 'dispute_open', 'lost_suspected', 'delivered_but_denied', 'late']);

/** What the facts together say, with the facts; serious ones first. */
export const Findings: React.FC<{ readonly findings: readonly Finding[] }> = ({ findings }) => {
  const { say, state } = useSurroundings().speech;
  if (findings.length === 0) return null;
  const isSerious = ({ code }: Finding) => SERIOUS.has(code);
  const ordered = [...findings.filter(isSerious), ...findings.filter((one) => !isSerious(one))];
  const doubt = ({ confidence }: Finding) =>
    confidence === 'medium' || confidence === 'low' ? say(`Confidence_${confidence}`) : undefined;
  return (
    <ul className="OrderContext-remarks" aria-label={say('Findings')}>
      {ordered.map((finding, index) => (
        <Remark
          key={index}
          kind={isSerious(finding) ? 'warning' : 'info'}
          title={state('Finding', finding.code)}
          aside={doubt(finding)}
          facts={finding.evidence}
        />
      ))}
    </ul>
  );
};
