import * as React from 'react';
import { useSurroundings } from './surroundings';

/** Lines on an 8 × 8 tile: series are told apart without their colours, which high contrast takes away. */
const TEXTURES = [
  '',
  'M0 8 8 0M-2 2 2 -2M6 10 10 6',
  'M0 4H8',
  'M0 0 8 8M-2 6 2 10M6 -2 10 2',
  'M4 0V8',
  'M4 0V8M0 4H8',
  'M3 3H5V5H3Z',
];
export const TONES = TEXTURES.length;

export const toneClass = (tone: number): string => `TicketAnalytics-tone${tone % TONES}`;

/** The fills `useTones` names; once in a control. */
export const Textures: React.FC = () => {
  const { idPrefix } = useSurroundings();
  return (
    <svg className="TicketAnalytics-textures" width={0} height={0} aria-hidden="true" focusable="false">
      <defs>
        {TEXTURES.map((lines, tone) => (
          <pattern
            key={tone}
            id={`${idPrefix}-tone${tone}`}
            className={toneClass(tone)}
            width={8}
            height={8}
            patternUnits="userSpaceOnUse"
          >
            <rect className="TicketAnalytics-ground" width={8} height={8} />
            <path className="TicketAnalytics-texture" d={lines} />
          </pattern>
        ))}
        <pattern id={`${idPrefix}-unknown`} width={6} height={6} patternUnits="userSpaceOnUse">
          <path className="TicketAnalytics-unknown" d="M0 6 6 0M-1 1 1 -1M5 7 7 5" />
        </pattern>
      </defs>
    </svg>
  );
};

/** @returns the fill of a tone, or of what nobody knows */
export function useTones(): (tone: number | 'unknown') => string {
  const { idPrefix } = useSurroundings();
  return React.useCallback(
    (tone) => `url(#${idPrefix}-${tone === 'unknown' ? tone : `tone${tone % TONES}`})`,
    [idPrefix],
  );
}
