import * as React from 'react';
import type { AnyChart } from './ChartCard';
import { useSurroundings } from './surroundings';
import { toneClass, useTones } from './Textures';

/** How a mark looks: filled by a tone, or drawn as its class says. */
type Sample =
  | { readonly kind: 'tone'; readonly tone: number | 'unknown' }
  | { readonly kind: 'line' | 'area'; readonly className: string };

const box = (tone: number | 'unknown'): Sample => ({ kind: 'tone', tone });
const line = (className: string): Sample => ({ kind: 'line', className });
const area = (className: string): Sample => ({ kind: 'area', className });

/** What the marks of a chart mean. */
function samplesOf(chart: AnyChart, unknown: string): [label: string, sample: Sample][] {
  if (chart.kind === 'heat-map') return chart.steps.map((label, step) => [label, area(`TicketAnalytics-step${step}`)]);
  if (chart.kind === 'leaderboard') return [];
  const { stacks, lines, band, counts, target, days } = chart;
  const hasUnknown =
    stacks.length > 0 && days.some((_, index) => stacks.every(({ values }) => values[index] === undefined));
  return [
    ...stacks.map(({ label, tone }): [string, Sample] => [label, box(tone)]),
    ...lines.map(({ label, tone, isBefore }): [string, Sample] => [
      label,
      line(isBefore ? 'TicketAnalytics-before' : toneClass(tone)),
    ]),
    ...(band ? [[band.label, area('TicketAnalytics-band')] as [string, Sample]] : []),
    ...(target ? [[target.label, line('TicketAnalytics-target')] as [string, Sample]] : []),
    ...(counts ? [[counts.label, area('TicketAnalytics-counts')] as [string, Sample]] : []),
    ...(hasUnknown ? [[unknown, box('unknown')] as [string, Sample]] : []),
  ];
}

export const Legend: React.FC<{ readonly chart: AnyChart }> = ({ chart }) => {
  const { speech } = useSurroundings();
  const samples = samplesOf(chart, speech.say('Unknown_day'));
  if (samples.length === 0) return null;
  return (
    <ul className="TicketAnalytics-legend" aria-label={speech.say('Legend', chart.title)}>
      {samples.map(([label, sample]) => (
        <li key={label}>
          <svg width={14} height={16} aria-hidden="true" focusable="false">
            <Swatch sample={sample} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
};

const Swatch: React.FC<{ readonly sample: Sample }> = ({ sample }) => {
  const paint = useTones();
  if (sample.kind === 'line') return <path className={`TicketAnalytics-line ${sample.className}`} d="M0 8H14" />;
  const look = sample.kind === 'tone' ? { fill: paint(sample.tone) } : { className: sample.className };
  return <rect width={14} height={12} y={2} rx={2} {...look} />;
};
