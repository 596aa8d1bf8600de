import { Notice } from '../Notice.tsx';
import { problemText } from './problem-text.ts';
import type { Problem } from './find-problems.ts';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** Somebody wanted to send: read it out at once. */
  readonly isUrgent: boolean;
}

/** What is in the way of sending, and what to do about it: the first problem, for one is enough to begin with. */
export function ProblemList({ problems, isUrgent }: ProblemListProps) {
  const [first] = problems;
  return (
    <div role={isUrgent ? 'alert' : 'status'}>
      {first ? <Notice tone={isUrgent ? 'error' : 'warning'} {...problemText(first)} /> : null}
    </div>
  );
}
