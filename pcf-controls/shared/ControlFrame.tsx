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

/** Shows what cannot be shown as a message with a way to try again. */
class Breakdown extends React.Component<{ readonly words: Words }, { broken: boolean }> {
  public override state = { broken: false };

  public static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  public override render(): React.ReactNode {
    if (!this.state.broken) return this.props.children;
    const { words } = this.props;
    return (
      <div role="alert" style={{ padding: 16 }}>
        <p>{words('Shared_Broken')}</p>
        <Button onClick={() => this.setState({ broken: false })}>{words('Shared_Retry')}</Button>
      </div>
    );
  }
}
