import { Button, FluentProvider, type Theme, webLightTheme } from '@fluentui/react-components';
import * as React from 'react';
import type { Words } from './words';

interface Props {
  /** The platform's theme: dark and high contrast come by it. */
  readonly theme: Theme | undefined;
  readonly rightToLeft: boolean;
  readonly words: Words;
  readonly className?: string;
}

/** The theme of a context; in older canvas apps there is none. */
export const themeOf = (context: ComponentFramework.Context<unknown>): Theme | undefined =>
  context.fluentDesignLanguage?.tokenTheme as Theme | undefined;

/** Around every control: the platform's theme and direction, and a message instead of a blank form when something breaks. */
export const ControlFrame: React.FC<Props> = ({ theme, rightToLeft, words, className, children }) => (
  <FluentProvider theme={theme ?? webLightTheme} dir={rightToLeft ? 'rtl' : 'ltr'} className={className}>
    <Breakdown words={words}>{children}</Breakdown>
  </FluentProvider>
);

interface Guard {
  readonly words: Words;
  readonly children?: React.ReactNode;
}

interface GuardState {
  readonly isBroken: boolean;
  /** What was shown last. */
  readonly shown: React.ReactNode;
}

/** Shows what cannot be shown as a message with a way to try again; something else to show is tried by itself. */
class Breakdown extends React.Component<Guard, GuardState> {
  public override state: GuardState = { isBroken: false, shown: this.props.children };

  public static getDerivedStateFromError(): Partial<GuardState> {
    return { isBroken: true };
  }

  public static getDerivedStateFromProps({ children }: Guard, { shown }: GuardState): GuardState | null {
    return children === shown ? null : { isBroken: false, shown: children };
  }

  public override render(): React.ReactNode {
    if (!this.state.isBroken) return this.props.children;
    const { words } = this.props;
    return (
      <div role="alert" style={{ padding: 16 }}>
        <p>{words('Shared_Broken')}</p>
        <Button onClick={() => this.setState({ isBroken: false })}>{words('Shared_Retry')}</Button>
      </div>
    );
  }
}
