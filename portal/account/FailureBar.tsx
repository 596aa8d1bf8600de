import type { ReactNode } from 'react';
import { CallError } from '../../contract/call.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { errorText } from '../../screen/error-text.ts';
import { formatWait } from '../../screen/format.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { useHiddenStyles } from '../page/hidden-styles.ts';
import { accountTexts } from '../texts/account-texts.ts';
import { isWait } from './use-wait.ts';

interface FailureBarProps {
  readonly failure: unknown;
  /** What is left of a wait, counted down by `useWait`. */
  readonly secondsLeft: number;
  /** A button or link that takes the next step, where one exists. */
  readonly children?: ReactNode;
}

/** Says what went wrong; a wait is counted down before the eyes, and read out at its start, now and then, and at its end. */
export function FailureBar({ failure, secondsLeft, children }: FailureBarProps) {
  const hidden = useHiddenStyles();
  if (!isWait(failure)) return <ErrorBar failure={failure}>{children}</ErrorBar>;
  if (secondsLeft === 0) return <NoticeBar kind="fact">{accountTexts.wait.over}</NoticeBar>;
  const { sentence, nextStep } = errorText(failure);
  const spoken = spokenSeconds(secondsLeft);
  const isNews = spoken < (failure.details.retryAfterSeconds ?? 0);
  return (
    <div>
      <div aria-hidden>
        <ErrorBar failure={new CallError('throttled', { retryAfterSeconds: secondsLeft })} />
      </div>
      <p role="alert" className={hidden.text}>
        {sentence} {nextStep}
      </p>
      <p role="status" className={hidden.text}>
        {isNews ? accountTexts.wait.tryAgainIn(formatWait(spoken)) : ''}
      </p>
    </div>
  );
}

/** What is told of a wait: each minute, then half a minute, then ten seconds. */
function spokenSeconds(left: number): number {
  if (left > 30) return Math.ceil(left / 60) * 60;
  return left > 10 ? 30 : 10;
}
