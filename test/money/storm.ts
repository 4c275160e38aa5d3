import { CALL_FATES, type Call, type CallFate } from './vendor-line';
import type { Chance } from './chance';
import { WRITE_FATES, type WriteFate } from './crashing-store';
import type { VirtualTime } from './virtual-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How rough it is while an order's actions are under way. Afterwards nothing goes wrong any more. */
export interface Storm {
  /** Shares of the calls and of the writes that something happens to. */
  calls: number;
  writes: number;
  lastsMs: number;
  /** A vendor that is away altogether for some hours. */
  outage: { vendor: Call['vendor']; fromMs: number; toMs: number } | null;
}

export function stormBy(chance: Chance): Storm {
  const lastsMs = chance.pick([MINUTE, 20 * MINUTE, 3 * HOUR, 26 * HOUR, 50 * HOUR]);
  const fromMs = chance.below(HOUR);
  return {
    calls: chance.pick([0, 0.02, 0.05, 0.1, 0.1, 0.2, 0.2, 0.4, 0.7]),
    writes: chance.pick([0, 0.05, 0.1, 0.2, 0.3]),
    lastsMs,
    outage: chance.happens(0.15)
      ? { vendor: chance.pick(['shopify', 'stripe']), fromMs, toMs: fromMs + chance.between(1, 30) * HOUR }
      : null,
  };
}

/** What the storm did, for the report. */
export interface Toll {
  calls: number;
  writes: number;
}

/** Decides, call by call and write by write, what goes wrong. */
export interface Weather {
  call(call: Call): CallFate | null;
  write(): WriteFate | null;
  restSeconds(): number | undefined;
  toll: Toll;
}

export function weatherOf(storm: Storm, time: VirtualTime, chance: Chance): Weather {
  const start = time.now().getTime();
  const toll: Toll = { calls: 0, writes: 0 };
  const age = () => time.now().getTime() - start;
  const isOver = () => age() >= storm.lastsMs;
  const isAway = ({ vendor }: Call) =>
    storm.outage?.vendor === vendor && age() >= storm.outage.fromMs && age() < storm.outage.toMs;
  return {
    toll,
    call(call) {
      if (isAway(call)) return chance.pick(['unreachable', 'unanswered', 'server_error'] as const);
      if (isOver() || !chance.happens(storm.calls)) return null;
      toll.calls += 1;
      return chance.pick(CALL_FATES);
    },
    write() {
      if (isOver() || !chance.happens(storm.writes)) return null;
      toll.writes += 1;
      return chance.pick(WRITE_FATES);
    },
    restSeconds: () => chance.pick([undefined, 1, 30, 7200]),
  };
}
