import * as React from 'react';
import type { OrderContext } from '../model/order-context';
import { Remark } from './Remark';
import { useSurroundings } from './surroundings';

const PARTS = ['order', 'parcel', 'payment'];

/** What is missing, and why. */
export const Gaps: React.FC<{ readonly context: OrderContext }> = ({ context: { gaps, order } }) => {
  const { say } = useSurroundings().speech;
  if (gaps.length === 0) return null;
  const titleOf = (part: string | undefined, isOld: boolean) => {
    // When a look-up fails, what was known before stays.
    if (isOld || (part === 'order' && order)) return say('Gap_not_renewed');
    return say(part && PARTS.includes(part) ? `Gap_${part}` : 'Gap_other');
  };
  return (
    <ul className="OrderContext-remarks" aria-label={say('Gaps')}>
      {gaps.map(({ part, reason, isOld = false }, index) => (
        <Remark key={index} kind="gap" title={titleOf(part, isOld)} facts={reason ? [reason] : []} />
      ))}
    </ul>
  );
};
