import { type Theme, createDarkTheme, createLightTheme, teamsHighContrastTheme } from '@fluentui/react-components';
import { brandRamp } from './brand-ramp.ts';

export type ThemeKind = 'light' | 'dark' | 'highContrast';
/** `comfortable`: body text of 16 px; `compact`: 14 px, for the narrow pane. */
export type TextSize = 'comfortable' | 'compact';

const comfortable: Partial<Theme> = {
  fontSizeBase100: '0.75rem',
  lineHeightBase100: '1rem',
  fontSizeBase200: '0.875rem',
  lineHeightBase200: '1.25rem',
  fontSizeBase300: '1rem',
  lineHeightBase300: '1.5rem',
  fontSizeBase400: '1.125rem',
  lineHeightBase400: '1.625rem',
  fontSizeBase500: '1.375rem',
  lineHeightBase500: '1.875rem',
  fontSizeBase600: '1.75rem',
  lineHeightBase600: '2.25rem',
};

/** The Fluent theme of an organisation: its colour (`#rrggbb`) for the one thing to do next, everything else neutral. */
export function makeTheme(kind: ThemeKind, colour: string, textSize: TextSize): Theme {
  const sizes = textSize === 'comfortable' ? comfortable : {};
  switch (kind) {
    case 'light':
      return { ...createLightTheme(brandRamp(colour, true)), ...sizes };
    case 'highContrast':
      return { ...teamsHighContrastTheme, ...sizes };
    case 'dark': {
      const brand = brandRamp(colour, false);
      const readable = {
        colorBrandForeground1: brand[110],
        colorBrandForeground2: brand[120],
        colorBrandForegroundLink: brand[110],
      };
      return { ...createDarkTheme(brand), ...readable, ...sizes };
    }
  }
}
