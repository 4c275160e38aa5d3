import * as React from 'react';
import { figureText, type FigureText } from '../model/figure-text';
import type { KeyFigure } from '../model/key-figures';
import { useSurroundings } from './surroundings';

interface Props {
  readonly figures: readonly KeyFigure[];
  /** The period before may still be on its way. */
  readonly isLoading: boolean;
}

/** Signs that can be told apart without their colours. */
const SIGNS = {
  met: 'M3 8.5 6.5 12 13 4.5',
  missed: 'M4 4 12 12M12 4 4 12',
  unknown: 'M4 8H12',
} as const;
const ARROWS = { up: 'M8 13V3M4 7 8 3 12 7', down: 'M8 3V13M4 9 8 13 12 9', level: 'M3 6H13M3 10H13' } as const;

const Sign: React.FC<{ readonly path: string }> = ({ path }) => (
  <svg className="TicketAnalytics-sign" viewBox="0 0 16 16" width={12} height={12} aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
);

/** The figures with targets, a tile each. */
export const KeyFigures: React.FC<Props> = React.memo(function KeyFigures({ figures, isLoading }) {
  const { speech } = useSurroundings();
  return (
    <ul className="TicketAnalytics-figures" aria-label={speech.say('Figures')}>
      {figures.map((figure) => (
        <Tile key={figure.id} text={figureText(figure, isLoading, speech)} />
      ))}
    </ul>
  );
});

const Tile: React.FC<{ readonly text: FigureText }> = ({ text }) => (
  <li className={`TicketAnalytics-figure TicketAnalytics-${text.state}`}>
    <span className="TicketAnalytics-label">{text.label}</span>
    <span className="TicketAnalytics-value">{text.value}</span>
    <span className="TicketAnalytics-verdict">
      <Sign path={SIGNS[text.state]} />
      {text.verdict}
    </span>
    <span className="TicketAnalytics-note">{text.target}</span>
    {text.change && (
      <span className="TicketAnalytics-change">
        <Sign path={ARROWS[text.change.direction]} />
        {text.change.text}
      </span>
    )}
    {text.notes.map((note) => (
      <span key={note} className="TicketAnalytics-note">
        {note}
      </span>
    ))}
  </li>
);
