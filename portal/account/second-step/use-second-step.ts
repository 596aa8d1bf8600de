import { useState } from 'react';
import { useLocation } from 'wouter';
import type { InputOf } from '../../../contract/endpoint.ts';
import { completeSecondStep, requestSecondStepPasskey } from '../../../contract/second-step.ts';
import { isCode } from '../../../screen/is-code.ts';
import { call } from '../../api.ts';
import { useSession } from '../../session/use-session.ts';
import { answerWithPasskey } from './ask-passkey.ts';

type Proof = InputOf<typeof completeSecondStep>['proof'];

/** Gives the second step and goes on to `next`. */
export function useSecondStep(next: string) {
  const session = useSession();
  const [, navigate] = useLocation();
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly failure: unknown }>({ isBusy: false, failure: null });
  const give = async (prove: () => Promise<Proof>) => {
    setState({ isBusy: true, failure: null });
    try {
      session.begin(await call(completeSecondStep, { proof: await prove() }));
      navigate(next, { replace: true });
    } catch (failure) {
      if (isCode(failure, 'not_signed_in')) session.end();
      setState({ isBusy: false, failure });
    }
  };
  return {
    ...state,
    giveCode: (kind: 'app' | 'recovery-code', code: string) => give(async () => ({ kind, code })),
    givePasskey: () =>
      give(async () => ({ kind: 'passkey', answer: await answerWithPasskey(await call(requestSecondStepPasskey, {})) })),
  };
}
