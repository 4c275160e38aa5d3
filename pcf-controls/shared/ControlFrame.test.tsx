/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { createContext } from '../mocks';
import { ControlFrame, themeOf } from './ControlFrame';

const words = (key: string) => key;
const frame = (children: React.ReactNode, rightToLeft = false) => (
  <ControlFrame theme={undefined} rightToLeft={rightToLeft} words={words} className="Sample">
    {children}
  </ControlFrame>
);

describe('a control that breaks', () => {
  let isBroken: boolean;
  const Part = () => {
    if (isBroken) throw new Error('the part is broken');
    return <p>the part</p>;
  };
  beforeEach(() => {
    isBroken = true;
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());

  it('says so instead of leaving a blank form, and is tried again when asked', async () => {
    render(frame(<Part />));
    expect(screen.getByRole('alert')).toHaveTextContent('Shared_Broken');
    await userEvent.click(screen.getByRole('button', { name: 'Shared_Retry' }));
    expect(screen.getByRole('alert')).toBeVisible();
    isBroken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Shared_Retry' }));
    expect(screen.getByText('the part')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is tried again by itself when it is given something else', () => {
    const { rerender } = render(frame(<Part />));
    isBroken = false;
    rerender(frame(<Part />));
    expect(screen.getByText('the part')).toBeVisible();
    isBroken = true;
    rerender(frame(<Part />));
    expect(screen.getByRole('alert')).toBeVisible();
  });
});

it('runs in the direction of its user', () => {
  const { rerender } = render(frame('text'));
  expect(screen.getByText('text')).toHaveAttribute('dir', 'ltr');
  rerender(frame('text', true));
  expect(screen.getByText('text')).toHaveAttribute('dir', 'rtl');
  expect(screen.getByText('text')).toHaveClass('Sample');
});

it('has the theme of its app, and a light one where an app tells none', () => {
  const of = (theme: 'dark' | undefined) => themeOf(createContext({ parameters: {}, theme }));
  expect(of('dark')).toMatchObject({ colorNeutralBackground1: '#292929' });
  expect(of(undefined)).toBeUndefined();
});
