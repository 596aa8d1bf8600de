import { FluentProvider, RendererProvider, createDOMRenderer, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { textDirection } from './catalogue.ts';
import { type TextSize, type ThemeKind, makeTheme } from './make-theme.ts';
import { useLanguage } from './use-language.ts';
import { usePreferredTheme } from './use-preferred-theme.ts';

interface AppProviderProps {
  /** The organisation's colour as `#rrggbb`. */
  readonly colour: string;
  /** A theme the host demands (Outlook); without it the system's wish counts. */
  readonly theme?: ThemeKind | undefined;
  readonly textSize?: TextSize;
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  root: {
    minHeight: '100dvh',
    // Menus and dialogs are given the same class for theirs, and would hide the page.
    '&[data-portal-node]': { minHeight: 0 },
  },
});

/** Gives every component below it theme, brand colour and a style sheet that the page's content security policy accepts. */
export function AppProvider({ colour, theme, textSize = 'comfortable', children }: AppProviderProps) {
  const preferred = usePreferredTheme();
  const kind = theme ?? preferred;
  const renderer = useMemo(() => createNoncedRenderer(), []);
  const fluentTheme = useMemo(() => makeTheme(kind, colour, textSize), [kind, colour, textSize]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <ThemedPage theme={fluentTheme} isDark={kind !== 'light'}>
        {children}
      </ThemedPage>
    </RendererProvider>
  );
}

function ThemedPage({ theme, isDark, children }: { theme: ReturnType<typeof makeTheme>; isDark: boolean; children: ReactNode }) {
  const styles = useStyles();
  useLanguage();
  return (
    <FluentProvider
      dir={textDirection()}
      theme={theme}
      className={styles.root}
      style={{ colorScheme: isDark ? 'dark' : 'light' }}
    >
      {children}
    </FluentProvider>
  );
}

function createNoncedRenderer() {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
  return createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {});
}
