import * as React from 'react';
import type { Gap } from '../model/order-context';
import { useSurroundings } from './surroundings';

const PARTS = ['order', 'parcel', 'payment'];

/** What is missing, and why. */
export const Gaps: React.FC<{ readonly gaps: readonly Gap[] }> = ({ gaps }) => {
  const { say } = useSurroundings().speech;
  if (gaps.length === 0) return null;
  return (
    <ul className="OrderContext-findings" aria-label={say('Gaps')}>
      {gaps.map(({ part, reason }, index) => (
        <li key={index} className="is-gap">
          <div>
            <strong>{say(part && PARTS.includes(part) ? `Gap_${part}` : 'Gap_other')}</strong>
            <div>{reason}</div>
          </div>
        </li>
      ))}
    </ul>
  );
};
