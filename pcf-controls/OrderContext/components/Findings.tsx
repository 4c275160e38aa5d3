import * as React from 'react';
import type { Finding } from '../model/order-context';
import { useSurroundings } from './surroundings';

/** What somebody has to act on; the others only help to understand. */
const SERIOUS = new Set(['duplicate_charge', 'dispute_open', 'lost_suspected', 'delivered_but_denied', 'late']);

/** What the facts together say, with the facts; serious ones first. */
export const Findings: React.FC<{ readonly findings: readonly Finding[] }> = ({ findings }) => {
  const { say, state } = useSurroundings().speech;
  if (findings.length === 0) return null;
  const isSerious = ({ code }: Finding) => SERIOUS.has(code);
  const ordered = [...findings.filter(isSerious), ...findings.filter((one) => !isSerious(one))];
  return (
    <ul className="OrderContext-findings" aria-label={say('Findings')}>
      {ordered.map((finding, index) => (
        <li key={`${finding.code} ${index}`} className={isSerious(finding) ? 'is-serious' : undefined}>
          <Mark serious={isSerious(finding)} />
          <div>
            <strong>{state('Finding', finding.code)}</strong>
            {finding.confidence && finding.confidence !== 'high' && (
              <span className="OrderContext-quiet"> {say(`Confidence_${finding.confidence}`)}</span>
            )}
            {finding.evidence.map((fact, place) => (
              <div key={place}>{fact}</div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
};

const Mark: React.FC<{ readonly serious: boolean }> = ({ serious }) => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    {serious ? (
      <path d="M8 1.5 15 14H1zM8 6v4M8 11.5v1" />
    ) : (
      <path d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM8 7v5M8 4v1" />
    )}
  </svg>
);
