/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { countsOf } from '../mocks';
import { type Given, MINUTE, NOW, lookUpAgain, sample, started, texts } from './start-control.fixture';

let user: ReturnType<typeof userEvent.setup>;
beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  user = userEvent.setup({ advanceTimers: (time) => jest.advanceTimersByTime(time) });
});
afterEach(() => jest.useRealTimers());

describe('looking up again', () => {
  const column = sample('on_its_way');

  it('is asked for once, by the column and the event, and waited for', async () => {
    const { context, control } = started({ column });
    await user.click(lookUpAgain() as HTMLElement);
    expect(control.outputs).toEqual([{ requestedOn: NOW }]);
    expect(countsOf(context.calls)['events.OnLookupRequested']).toBe(1);
    expect(texts()).toContain('Asked for: save the form, then refresh it');
    // The focus stays: a button that is disabled altogether would lose it.
    expect(lookUpAgain()).toHaveFocus();
    expect(lookUpAgain()).toHaveAttribute('aria-disabled', 'true');
    expect(lookUpAgain()).toBeEnabled();
    await user.click(lookUpAgain() as HTMLElement);
    expect(control.outputs).toHaveLength(1);
  });

  it('ends when newer facts come, which is said', async () => {
    const { change } = started({ column });
    await user.click(lookUpAgain() as HTMLElement);
    act(() => void jest.advanceTimersByTime(MINUTE));
    change({ column: sample('late', NOW.getTime() + 62 * MINUTE), requestedOn: NOW });
    expect(texts()).toContain('Newer facts have come.');
    expect(lookUpAgain()).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('ends when the answer to it has nothing newer', async () => {
    const { change } = started({ column });
    await user.click(lookUpAgain() as HTMLElement);
    const degraded = [{ part: 'order', vendor: 'shopify', code: 'X', message: 'The shop is away.' }];
    change({ column: { ...column, degraded, requested_at: NOW.toISOString() }, requestedOn: NOW });
    expect(texts().join('')).toBe('');
    expect(screen.getByText('The shop is away.')).toBeVisible();
  });

  it('that nobody answers is told after the minutes the maker set, and can be asked for again', async () => {
    const { control } = started({ column, properties: { waitMinutes: 2 } });
    await user.click(lookUpAgain() as HTMLElement);
    act(() => void jest.advanceTimersByTime(MINUTE));
    expect(texts()).toContain('Asked for: save the form, then refresh it');
    act(() => void jest.advanceTimersByTime(MINUTE));
    expect(texts()).toContain('No newer facts have come. Save and refresh the form, or ask again.');
    await user.click(lookUpAgain() as HTMLElement);
    expect(control.outputs).toHaveLength(2);
    expect(texts()).toContain('Asked for: save the form, then refresh it');
  });

  it('that somebody else asked for is waited for as well', () => {
    started({ column, requestedOn: new Date(NOW.getTime() - MINUTE) });
    expect(texts()).toContain('Asked for: save the form, then refresh it');
  });

  it('is forgotten when the form shows another ticket', async () => {
    const { change } = started({ column });
    await user.click(lookUpAgain() as HTMLElement);
    change({ column: sample('two_parcels') });
    expect(texts().join('')).toBe('');
  });

  it.each<[string, Given, string]>([
    ['is read only', { host: { isDisabled: true } }, 'Read only: newer facts cannot be asked for here.'],
    ['lacks the column', { isMapped: false }, 'Newer facts cannot be asked for here: no column is set for it.'],
  ])('is not offered where the form %s, and why is said', (_, given, reason) => {
    started({ column, ...given });
    expect(lookUpAgain()).toBeNull();
    expect(screen.getByText(reason)).toBeVisible();
  });

  it('is an event in a canvas app', async () => {
    const { context } = started({ column, isMapped: false, isInForm: false });
    await user.click(lookUpAgain() as HTMLElement);
    expect(countsOf(context.calls)['events.OnLookupRequested']).toBe(1);
  });

  it('waits for a connection', async () => {
    const { control } = started({ column, host: { offline: true } });
    expect(screen.getByText(/· offline$/)).toBeVisible();
    await user.click(lookUpAgain() as HTMLElement);
    expect(control.outputs).toEqual([]);
  });
});

describe('the age of the facts', () => {
  const age = () => screen.getByText(/^As of/).textContent;

  it('is told, moves on, and is marked once they are old', () => {
    started({ column: sample('on_its_way'), properties: { staleHours: 2 } });
    expect(age()).toBe('As of 3/2/26 2:00 PM, 1h ago');
    act(() => void jest.advanceTimersByTime(59 * MINUTE));
    expect(age()).toBe('As of 3/2/26 2:00 PM, 1h 59m ago');
    act(() => void jest.advanceTimersByTime(MINUTE));
    expect(age()).toBe('As of 3/2/26 2:00 PM, 2h ago · may be out of date');
  });

  it('stands still while nobody sees it, and is right as soon as somebody does', () => {
    const { context } = started({ column: sample('on_its_way'), host: { isVisible: false } });
    expect(jest.getTimerCount()).toBe(0);
    act(() => void jest.advanceTimersByTime(60 * MINUTE));
    expect(age()).toContain('1h ago');
    act(() => context.change({ isVisible: true }));
    expect(age()).toContain('2h ago');
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    act(() => void jest.advanceTimersByTime(60 * MINUTE));
    expect(age()).toContain('2h ago');
    hidden.mockReturnValue(false);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(age()).toContain('3h ago');
    hidden.mockRestore();
  });

  it('needs no timer once the control is gone', () => {
    const { control } = started({ column: sample('on_its_way') });
    expect(jest.getTimerCount()).toBe(1);
    control.destroy();
    expect(jest.getTimerCount()).toBe(0);
  });
});
