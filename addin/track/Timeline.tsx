import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  CircleRegular,
  ClockRegular,
  ErrorCircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import { type Tone, type TrackedRecipient, timelineOf } from './timeline-of.ts';

const useStyles = makeStyles({
  timeline: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  event: { display: 'flex', gap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
  icon: { flexShrink: 0, marginTop: '2px', fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground2 },
  words: { minWidth: 0 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
});

const icons: Record<Tone, typeof CircleRegular> = {
  done: CircleRegular,
  good: CheckmarkCircleRegular,
  bad: ErrorCircleRegular,
  ended: SubtractCircleRegular,
  ahead: ClockRegular,
};

interface TimelineProps {
  readonly recipient: TrackedRecipient;
  readonly now: Date;
  readonly label: string;
}

/** What happened for one recipient, line by line, and what is ahead. */
export function Timeline({ recipient, now, label }: TimelineProps) {
  const styles = useStyles();
  return (
    <ol className={styles.timeline} aria-label={label}>
      {timelineOf(recipient, now).map(({ text, tone }, index) => {
        const Icon = icons[tone];
        return (
          <li key={`${index} ${text}`} className={styles.event}>
            <Icon
              className={mergeClasses(styles.icon, tone === 'good' && styles.good, tone === 'bad' && styles.bad)}
              aria-hidden
            />
            <span className={styles.words}>{text}</span>
          </li>
        );
      })}
    </ol>
  );
}
