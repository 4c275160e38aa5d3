import { teamsHighContrastTheme, type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';

const THEMES = { light: webLightTheme, dark: webDarkTheme, 'high-contrast': teamsHighContrastTheme } satisfies Record<
  string,
  Theme
>;
export type ThemeName = keyof typeof THEMES;
export const THEME_NAMES = Object.keys(THEMES) as ThemeName[];

/** What the platform says of the look of the app a control is in. */
export function designOf(name: ThemeName): NonNullable<ComponentFramework.Context<unknown>['fluentDesignLanguage']> {
  return {
    tokenTheme: THEMES[name] as never,
    brand: {} as never,
    isDarkTheme: name !== 'light',
  };
}
