import { Button } from '@fluentui/react-components';
import * as React from 'react';
import type { Parcel } from '../model/order-context';
import { safeLink } from '../model/vendor-link';
import { CopyButton } from './CopyButton';
import { OpenLink } from './OpenLink';
import { useSurroundings } from './surroundings';

/** Scans that are shown before somebody asks for all. */
const FIRST = 3;

/** A parcel with its state, when it is expected, and its scans from the newest on. */
export const ParcelTimeline: React.FC<{ readonly parcel: Parcel }> = ({ parcel }) => {
  const { say, state, day, formats, scanTime } = useSurroundings().speech;
  const [showsAll, setShowsAll] = React.useState(false);
  const { number, carrier, scans, contents, proof } = parcel;
  const link = safeLink(parcel.url);
  const shown = showsAll ? scans : scans.slice(0, FIRST);
  const delivered =
    parcel.deliveredAt &&
    [say('DeliveredOn', formats.dateTime(parcel.deliveredAt)), parcel.deliveredTo].filter(Boolean).join(' · ');
  return (
    <>
      <p className="OrderContext-parcel">
        <span className="OrderContext-badge">
          {parcel.status ? state('Parcel', parcel.status) : (parcel.statusText ?? say('UnknownState'))}
        </span>
        <span>{carrier || say('UnknownCarrier')}</span>
        {number && (
          <span className="OrderContext-id">
            <code>{number}</code>
            <CopyButton text={number} label={say('CopyTracking')} />
          </span>
        )}
        {link && <OpenLink address={link} text={say('Track')} about={number} />}
      </p>
      {parcel.carrierMismatch && <p className="OrderContext-quiet">{say('CarrierMismatch')}</p>}
      {parcel.exception && <p className="OrderContext-exception">{parcel.exception}</p>}
      {delivered ? <p>{delivered}</p> : parcel.expected && <p>{say('Expected', day(parcel.expected))}</p>}
      {proof.length > 0 && <p className="OrderContext-quiet">{say('Proof', proof.join(', '))}</p>}
      {scans.length === 0 ? (
        <p className="OrderContext-quiet">{say('NoScans')}</p>
      ) : (
        <ol className="OrderContext-scans" aria-label={say('Scans')}>
          {shown.map((scan, index) => (
            <li key={index}>
              <span>{scan.text}</span>
              <span className="OrderContext-quiet">{[scanTime(scan), scan.place].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ol>
      )}
      {scans.length > FIRST && (
        <Button size="small" appearance="transparent" onClick={() => setShowsAll(!showsAll)} aria-expanded={showsAll}>
          {showsAll ? say('FewerScans') : say('AllScans', formats.number(scans.length))}
        </Button>
      )}
      {contents.length > 0 && <p className="OrderContext-quiet">{say('Contents', contents.join(', '))}</p>}
    </>
  );
};
