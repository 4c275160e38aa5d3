import * as React from 'react';
import type { OrderLine } from '../model/order-context';
import { MoreButton } from './MoreButton';
import { useSurroundings } from './surroundings';

/** As many as a form has room for; the others come on request. */
const FIRST = 8;

/** What was ordered, and what of it has not left yet. */
export const OrderLines: React.FC<{ readonly lines: readonly OrderLine[] }> = ({ lines }) => {
  const { say, formats } = useSurroundings().speech;
  const [showsAll, setShowsAll] = React.useState(false);
  const shown = showsAll ? lines : lines.slice(0, FIRST);
  return (
    <>
      <table className="OrderContext-lines">
        <thead>
          <tr>
            <th scope="col">{say('Line_product')}</th>
            <th scope="col">{say('Line_quantity')}</th>
            <th scope="col">{say('Line_shipped')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ title, sku, quantity, unfulfilled }, index) => (
            <tr key={index}>
              <td>
                <bdi>{title}</bdi>
                {sku && sku !== title && (
                  <>
                    {' '}
                    <bdi className="OrderContext-sku">{sku}</bdi>
                  </>
                )}
              </td>
              <td>{quantity === undefined ? '' : formats.number(quantity)}</td>
              <td>{shippedText(quantity, unfulfilled)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > FIRST && (
        <MoreButton
          showsAll={showsAll}
          more={say('AllLines', formats.number(lines.length))}
          fewer={say('FewerLines')}
          onChange={setShowsAll}
        />
      )}
    </>
  );

  function shippedText(quantity: number | undefined, unfulfilled: number | undefined): string {
    if (quantity === undefined || unfulfilled === undefined) return '';
    if (unfulfilled === 0) return say('Line_all');
    if (unfulfilled >= quantity) return say('Line_none');
    return say('Line_some', formats.number(quantity - unfulfilled), formats.number(quantity));
  }
};
