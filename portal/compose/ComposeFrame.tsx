import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { PageFooter } from '../page/PageFooter.tsx';
import { HeaderWithBack } from '../session/HeaderWithBack.tsx';
import { useSessionKept } from '../session/use-session-kept.ts';
import { composeTexts } from '../texts/compose-texts.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', minHeight: '100dvh', backgroundColor: tokens.colorNeutralBackground2 },
  main: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: '100%',
    maxWidth: '920px',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: tokens.spacingHorizontalL,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalS },
  },
});

/** A page beside the mailbox where something is written. */
export function ComposeFrame({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  useSessionKept();
  return (
    <div className={styles.page}>
      <HeaderWithBack back={composeTexts.back} />
      <main className={styles.main}>{children}</main>
      <PageFooter />
    </div>
  );
}
