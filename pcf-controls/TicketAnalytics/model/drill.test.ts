import { dayOf } from './day';
import { drillAddress, drillText } from './drill';

const day = dayOf('2026-03-01') ?? 0;
const drill = { chart: 'volume', from: day, to: day + 1, channel: 727000000, intent: undefined };

it('what is behind a mark is told with its days, and without what the mark does not tell', () => {
  expect(JSON.parse(drillText(drill))).toEqual({
    chart: 'volume',
    from: '2026-03-01',
    to: '2026-03-02',
    channel: 727000000,
  });
});

it('the maker’s address is filled in and nothing can break out of its place', () => {
  const address = 'https://example.com/?f={from}&t={to}&c={channel}&i={intent}&a={agent}&x={other}';
  expect(drillAddress(address, { ...drill, agent: 'a&b=/c' })).toBe(
    'https://example.com/?f=2026-03-01&t=2026-03-02&c=727000000&i=&a=a%26b%3D%2Fc&x={other}',
  );
});
