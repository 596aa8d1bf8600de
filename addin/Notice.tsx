import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular, WarningRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    overflowWrap: 'anywhere',
  },
  error: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorStatusWarningForeground1 },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
  words: { minWidth: 0 },
  sentence: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  nextStep: { margin: 0 },
  action: { marginTop: tokens.spacingVerticalS },
});

interface NoticeProps {
  /** `error` keeps the message from going out, `warning` does not. */
  readonly tone: 'error' | 'warning';
  readonly sentence?: string;
  readonly nextStep: string;
  readonly children?: ReactNode;
}

/** What is the matter, and what to do now. */
export function Notice({ tone, sentence, nextStep, children }: NoticeProps) {
  const styles = useStyles();
  const isError = tone === 'error';
  const Icon = isError ? ErrorCircleRegular : WarningRegular;
  return (
    <div className={mergeClasses(styles.notice, isError && styles.error)}>
      <Icon className={mergeClasses(styles.icon, isError && styles.errorIcon)} aria-hidden />
      <div className={styles.words}>
        {sentence ? <p className={styles.sentence}>{sentence}</p> : null}
        <p className={styles.nextStep}>{nextStep}</p>
        {children ? <div className={styles.action}>{children}</div> : null}
      </div>
    </div>
  );
}
