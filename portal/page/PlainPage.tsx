import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { OrganisationMark } from './OrganisationMark.tsx';
import { PageFooter } from './PageFooter.tsx';
import { usePageTitle } from './use-page-title.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', alignItems: 'center', minHeight: '100dvh', boxSizing: 'border-box' },
  header: { padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXL}` },
  main: { flexGrow: 1, width: '100%', maxWidth: '440px', boxSizing: 'border-box', padding: `0 ${tokens.spacingHorizontalL}` },
  text: { maxWidth: '680px' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: 0, border: 'none' },
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
});

interface PlainPageProps {
  readonly heading: string;
  /** Whether it is there to be read, and so has longer lines than a form. */
  readonly isText?: boolean;
  readonly children: ReactNode;
}

/** A page with one thing to do, before somebody is signed in. A new heading takes the focus, unless a field of the page asks for it. */
export function PlainPage({ heading, isText = false, children }: PlainPageProps) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  usePageTitle(heading);
  useEffect(() => {
    const isFieldFocused = document.activeElement instanceof HTMLInputElement;
    if (!isFieldFocused) title.current?.focus({ preventScroll: true });
  }, [heading]);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <OrganisationMark />
      </header>
      <main className={mergeClasses(styles.main, isText && styles.text)}>
        <div className={styles.card}>
          <h1 ref={title} tabIndex={-1} className={styles.heading}>
            {heading}
          </h1>
          {children}
        </div>
      </main>
      <PageFooter />
    </div>
  );
}
