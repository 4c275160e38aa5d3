/** @jest-environment jsdom */
import { COMMANDS, commandOf, hasOwnKeys } from './keyboard';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('the keys', () => {
  it('each have one command', () => {
    const keys = Object.values(COMMANDS).flatMap((of) => [...of] as string[]);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [command, of] of Object.entries(COMMANDS))
      for (const key of of.filter((one) => !one.includes('+'))) expect(press(key)).toBe(command);
  });

  it('count in either case, and the command key as Ctrl', () => {
    expect(press('J')).toBe('next');
    expect(press('a', { ctrlKey: true })).toBe('select_all');
    expect(press('z', { metaKey: true })).toBe('undo');
  });

  it('leave the browser its own', () => {
    expect(press('r', { ctrlKey: true })).toBeUndefined();
    expect(press('d', { altKey: true })).toBeUndefined();
    expect(press('q')).toBeUndefined();
  });

  it('are text where text is written or a menu is open', () => {
    document.body.innerHTML =
      '<input id="a"><div role="menu"><button id="b"></button></div><div role="dialog"><p id="c"></p></div><button id="d"></button>';
    const own = ['a', 'b', 'c', 'd'].map((id) => hasOwnKeys(document.getElementById(id) as HTMLElement));
    expect(own).toEqual([true, true, true, false]);
  });
});
