import * as React from 'react';

const SHAPES = {
  warning: 'M8 1.5 15 14H1zM8 6v4M8 11.5v1',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM8 7v5M8 4v1',
  gap: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM6 6.2a2 2 0 1 1 2.8 1.9q-.8.4-.8 1.4M8 11.2v1',
} as const;

interface Props {
  readonly kind: keyof typeof SHAPES;
  readonly title: string;
  /** Beside the title, for example how sure it is. */
  readonly aside?: string;
  /** What it rests on, as others wrote it. */
  readonly facts: readonly string[];
}

/** One thing an agent should know before answering. */
export const Remark: React.FC<Props> = ({ kind, title, aside, facts }) => (
  <li className={`is-${kind}`}>
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[kind]} />
    </svg>
    <div>
      <strong>{title}</strong>
      {aside && <span className="OrderContext-quiet"> {aside}</span>}
      {facts.map((fact, place) => (
        <div key={place}>
          <bdi>{fact}</bdi>
        </div>
      ))}
    </div>
  </li>
);
