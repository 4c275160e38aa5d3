import * as React from 'react';
import type { Reading } from '../model/charts/chart';
import { type Place, placeAfter, type Places } from './place';
import { useSurroundings } from './surroundings';
import { toneClass } from './Textures';

interface Props extends Places {
  readonly name: string;
  readonly describedBy: string;
  /** Row 0 is at the bottom. */
  readonly isUpward: boolean;
  readonly width: number;
  readonly height: number;
  /** The place at a point of the chart in pixels from its left and top; nothing beside its marks. */
  placeAt(x: number, y: number): Place | undefined;
  /** Where a place is, in pixels from the left. */
  xOf(place: Place): number;
  read(place: Place): Reading;
  onOpen(place: Place): void;
  children(place: Place | undefined): React.ReactNode;
}

const isSame = (one: Place | undefined, other: Place | undefined): boolean =>
  one?.column === other?.column && one?.row === other?.row;

/** A reading as one sentence for a screen reader. */
export const spoken = ({ title, entries }: Reading): string =>
  `${title}. ${entries.map(({ label, value }) => `${label}: ${value}`).join('; ')}`;

/**
 * Lets a chart be read by pointer and by keyboard. For a screen reader it is a slider: its value is what stands at the
 * place it was moved to. Enter, a click or a second tap opens what is behind the place.
 */
export const Reader: React.FC<Props> = (props) => {
  const { name, describedBy, columns, rows, hasWhole, isUpward, width, height, children } = props;
  const { isRightToLeft } = useSurroundings();
  const [place, setPlace] = React.useState<Place>();
  const [isShown, setShown] = React.useState(false);
  const tapped = React.useRef<Place>();
  const last: Place = { column: columns - 1, row: hasWhole ? undefined : 0 };
  // Another period may have fewer places.
  const current = place && place.column < columns && (place.row ?? 0) < Math.max(rows, 1) ? place : undefined;
  const read = current ?? last;
  const reading = props.read(read);

  const pointed = (event: React.MouseEvent): Place | undefined => {
    const box = event.currentTarget.getBoundingClientRect();
    return props.placeAt(event.clientX - box.left, event.clientY - box.top);
  };
  const onPointerMove = (event: React.PointerEvent) => {
    const next = pointed(event);
    setShown(next !== undefined);
    if (next && !isSame(next, place)) setPlace(next);
  };
  const onPointerDown = (event: React.PointerEvent) => {
    // A finger cannot hover: its first tap reads.
    if (event.pointerType !== 'touch') tapped.current = pointed(event);
  };
  const onClick = (event: React.MouseEvent) => {
    const next = pointed(event);
    if (!next) return;
    if (isSame(next, tapped.current)) props.onOpen(next);
    tapped.current = next;
    setPlace(next);
    setShown(true);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') props.onOpen(read);
    else if (event.key === 'Escape' && isShown) setShown(false);
    else {
      const next = placeAfter(event.key, read, props, isRightToLeft, isUpward);
      if (!next) return;
      setPlace(next);
      setShown(true);
    }
    event.preventDefault();
  };
  const x = props.xOf(read);
  return (
    <div
      className="TicketAnalytics-reader"
      style={{ width, height }}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-describedby={describedBy}
      aria-valuemin={1}
      aria-valuemax={columns * Math.max(rows, 1)}
      aria-valuenow={read.column + 1 + columns * (read.row ?? 0)}
      aria-valuetext={spoken(reading)}
      onPointerMove={onPointerMove}
      onPointerDown={onPointerDown}
      onPointerLeave={() => setShown(false)}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={() => setShown(true)}
      onBlur={() => setShown(false)}
    >
      {children(isShown ? read : undefined)}
      {isShown && (
        <div
          className="TicketAnalytics-reading"
          aria-hidden="true"
          style={x > width / 2 ? { right: width - x + 10 } : { left: x + 10 }}
        >
          <strong>{reading.title}</strong>
          {reading.entries.map(({ label, value, tone }) => (
            <span key={label} className="TicketAnalytics-entry">
              <span
                className={tone === undefined ? undefined : `TicketAnalytics-dot ${toneClass(tone)}`}
                aria-hidden="true"
              />
              <span>{label}</span>
              <b>{value}</b>
            </span>
          ))}
        </div>
      )}
    </div>
  );
};
