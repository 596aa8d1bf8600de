import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { errorText } from './error-text.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  icon: {
    flexShrink: 0,
    marginTop: tokens.spacingVerticalXXS,
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase500,
  },
  words: { minWidth: 0 },
  sentence: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  nextStep: { margin: 0 },
  action: { marginTop: tokens.spacingVerticalS },
});

interface ErrorBarProps {
  /** Whatever was thrown. */
  readonly failure: unknown;
  /** A button or link that takes the next step, where one exists. */
  readonly children?: ReactNode;
}

/** Says what went wrong and what to do now; read out at once. */
export function ErrorBar({ failure, children }: ErrorBarProps) {
  const styles = useStyles();
  const { sentence, nextStep } = errorText(failure);
  return (
    <div role="alert" className={styles.bar}>
      <ErrorCircleRegular className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <p className={styles.sentence}>{sentence}</p>
        <p className={styles.nextStep}>{nextStep}</p>
        {children ? <div className={styles.action}>{children}</div> : null}
      </div>
    </div>
  );
}
