import { ErrorBar } from '../../../screen/ErrorBar.tsx';
import { NoticeBar } from '../../page/NoticeBar.tsx';
import { secondStepTexts } from '../../texts/second-step-texts.ts';
import { PasskeyStopped } from './ask-passkey.ts';

/** What went wrong with a second step; a passkey that was not used is no error. */
export function StepFailure({ failure }: { readonly failure: unknown }) {
  if (!failure) return null;
  if (failure instanceof PasskeyStopped) return <NoticeBar kind="fact">{secondStepTexts.passkey.stopped}</NoticeBar>;
  return <ErrorBar failure={failure} />;
}
