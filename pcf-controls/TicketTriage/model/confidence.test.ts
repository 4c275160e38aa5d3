import { confidenceBand } from './confidence';

it('a confidence is high from one bound on, low below the other, and medium between them', () => {
  const band = (confidence: number) => confidenceBand(confidence, { high: 0.85, low: 0.6 });
  expect([1, 0.85, 0.84, 0.6, 0.59, 0].map(band)).toEqual(['high', 'high', 'medium', 'medium', 'low', 'low']);
});
