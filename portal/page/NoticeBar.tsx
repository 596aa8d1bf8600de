import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, InfoRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0, marginTop: tokens.spacingVerticalXXS, fontSize: tokens.fontSizeBase500 },
  done: {
    flexShrink: 0,
    marginTop: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase500,
    color: tokens.colorStatusSuccessForeground1,
  },
  words: { flexGrow: 1, minWidth: 0 },
});

interface NoticeBarProps {
  /** `done`: something worked; `fact`: something to know. */
  readonly kind: 'done' | 'fact';
  readonly children: ReactNode;
}

/** A quiet sentence about what happened or what is the case; read out when there is time. */
export function NoticeBar({ kind, children }: NoticeBarProps) {
  const styles = useStyles();
  return (
    <div role="status" className={styles.bar}>
      {kind === 'done' ? (
        <CheckmarkCircleRegular className={styles.done} aria-hidden />
      ) : (
        <InfoRegular className={styles.icon} aria-hidden />
      )}
      <div className={styles.words}>{children}</div>
    </div>
  );
}
