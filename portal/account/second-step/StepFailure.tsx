import { NoticeBar } from '../../page/NoticeBar.tsx';
import { secondStepTexts } from '../../texts/second-step-texts.ts';
import { FailureBar } from '../FailureBar.tsx';
import { useWait } from '../use-wait.ts';
import { PasskeyStopped } from './ask-passkey.ts';

/** What went wrong with a second step; a passkey that was not used is no error, and a wait is counted down. */
export function StepFailure({ failure }: { readonly failure: unknown }) {
  const secondsLeft = useWait(failure);
  if (!failure) return null;
  if (failure instanceof PasskeyStopped) return <NoticeBar kind="fact">{secondStepTexts.passkey.stopped}</NoticeBar>;
  return <FailureBar failure={failure} secondsLeft={secondsLeft} />;
}
