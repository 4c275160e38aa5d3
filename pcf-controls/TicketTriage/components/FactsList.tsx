import * as React from 'react';
import { readDraftFacts } from '../model/draft-facts';
import { useDesk } from './desk';

/** What the suggested reply rests on. @param json as the ticket holds it */
export const FactsList: React.FC<{ readonly json: string }> = ({ json }) => {
  const { words, formats } = useDesk();
  const { facts, unreadable } = React.useMemo(() => readDraftFacts(json), [json]);
  return (
    <details className="tp-facts">
      <summary>{words('Facts_Title', facts.length)}</summary>
      <ul>
        {facts.map(({ label, value, source, asOf }, place) => (
          <li key={place}>
            {label}: <span className="tt-strong">{value}</span>
            {source && <span className="tt-quiet"> · {source}</span>}
            {asOf && <span className="tt-quiet"> · {formats.dateTime(asOf)}</span>}
          </li>
        ))}
        {unreadable > 0 && <li>{words('Facts_Unreadable', unreadable)}</li>}
      </ul>
    </details>
  );
};
