import * as React from 'react';
import { isLate } from '../model/lateness';
import type { Parcel } from '../model/order-context';
import { safeLink } from '../model/vendor-link';
import { Identifier } from './Identifier';
import { MoreButton } from './MoreButton';
import { OpenLink } from './OpenLink';
import { useSurroundings } from './surroundings';

interface Props {
  readonly parcel: Parcel;
  /** When the facts were collected. */
  readonly asOf: Date | undefined;
  /** How many scans are shown before somebody asks for all. */
  readonly scansAtFirst: number;
}

/** States in which something has gone wrong on the way. */
const TROUBLED = ['delayed', 'exception', 'delivery_attempted', 'returning', 'not_found'];

/** A parcel with its state, when it is expected, and its scans from the newest on. */
export const ParcelTimeline: React.FC<Props> = ({ parcel, asOf, scansAtFirst }) => {
  const { say, state, day, formats, scanTime } = useSurroundings().speech;
  const [showsAll, setShowsAll] = React.useState(false);
  const { number, carrier, scans, contents, proof, status, expected } = parcel;
  const link = safeLink(parcel.url);
  const shown = showsAll ? scans : scans.slice(0, scansAtFirst);
  const delivered =
    parcel.deliveredAt &&
    [say('DeliveredOn', formats.dateTime(parcel.deliveredAt)), parcel.deliveredTo].filter(Boolean).join(' · ');
  const isTroubled = status !== undefined && TROUBLED.includes(status);
  return (
    <>
      <p className="OrderContext-parcel">
        <span className={isTroubled ? 'OrderContext-badge is-serious' : 'OrderContext-badge'}>
          {status ? state('Parcel', status) : (parcel.statusText ?? say('UnknownState'))}
        </span>
        <span>{carrier || say('UnknownCarrier')}</span>
        {number && <Identifier text={number} copy={say('CopyTracking')} />}
        {link && <OpenLink address={link} text={say('Track')} about={number} />}
      </p>
      {parcel.carrierMismatch && <p className="OrderContext-quiet">{say('CarrierMismatch')}</p>}
      {parcel.exception && (
        <p className="OrderContext-exception">
          <bdi>{parcel.exception}</bdi>
        </p>
      )}
      {delivered ? (
        <p>{delivered}</p>
      ) : (
        expected && (
          <p>
            {say('Expected', day(expected))}{' '}
            {isLate(parcel, asOf) && <span className="OrderContext-badge is-serious">{say('Late')}</span>}
          </p>
        )
      )}
      {proof.length > 0 && <p className="OrderContext-quiet">{say('Proof', proof.join(' · '))}</p>}
      {scans.length === 0 ? (
        <p className="OrderContext-quiet">{say('NoScans')}</p>
      ) : (
        <ol className="OrderContext-scans" aria-label={say('Scans')}>
          {shown.map((scan, index) => (
            <li key={index}>
              <bdi>{scan.text}</bdi>
              <span className="OrderContext-quiet">{[scanTime(scan), scan.place].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ol>
      )}
      {scans.length > scansAtFirst && (
        <MoreButton
          showsAll={showsAll}
          more={say('AllScans', formats.number(scans.length))}
          fewer={say('FewerScans')}
          onChange={setShowsAll}
        />
      )}
      {contents.length > 0 && <p className="OrderContext-quiet">{say('Contents', contents.join(' · '))}</p>}
    </>
  );
};
