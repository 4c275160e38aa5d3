import type * as Fluent from '@fluentui/react-components';

// In the browser the platform's own Fluent stands where the mocks import the package; see the import map of the page.
export const { webLightTheme, webDarkTheme, teamsHighContrastTheme } = (
  window as unknown as { FluentUIReactv940: typeof Fluent }
).FluentUIReactv940;
