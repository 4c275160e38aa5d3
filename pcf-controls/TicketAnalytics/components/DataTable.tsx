import * as React from 'react';
import type { Cell, Table } from '../model/csv';
import { useSurroundings } from './surroundings';

interface Props {
  readonly caption: string;
  readonly table: Table;
}

/** A chart's numbers as a table; what nobody knows is a dash. */
export const DataTable: React.FC<Props> = ({ caption, table }) => {
  const { speech } = useSurroundings();
  const text = (cell: Cell) => (typeof cell === 'number' ? speech.formats.number(cell, 4) : (cell ?? '–'));
  return (
    // It scrolls, so it must be reachable by keyboard.
    <div className="TicketAnalytics-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="TicketAnalytics-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={place} className={typeof cell === 'number' ? 'TicketAnalytics-number' : undefined}>
                  {text(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
