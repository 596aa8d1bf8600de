import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Notice } from '../Notice.tsx';
import { paneTexts } from '../texts/pane-texts.ts';
import type { Problem } from './find-problems.ts';
import { problemText } from './problem-text.ts';

const useStyles = makeStyles({ notice: { marginBottom: tokens.spacingVerticalM } });

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** Somebody wanted to send: read it out at once. */
  readonly isUrgent: boolean;
  readonly onOtherAccount: () => void;
}

/** What is in the way of sending, and what to do about it: the first problem, for one is enough to begin with. */
export function ProblemList({ problems, isUrgent, onOtherAccount }: ProblemListProps) {
  const styles = useStyles();
  const [first] = problems;
  return (
    <div role={isUrgent ? 'alert' : 'status'}>
      {first ? (
        <div className={styles.notice}>
          <Notice tone={isUrgent ? 'error' : 'warning'} {...problemText(first)}>
            {first.kind === 'sender_not_allowed' || first.kind === 'sender_unknown' ? (
              <Button onClick={onOtherAccount}>{paneTexts.failed.otherAccount}</Button>
            ) : null}
          </Notice>
        </div>
      ) : null}
    </div>
  );
}
