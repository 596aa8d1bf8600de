import { useState } from 'react';
import { useLocation } from 'wouter';
import { createPassword } from '../../contract/passwords.ts';
import type { InputOf } from '../../contract/endpoint.ts';
import { call } from '../api.ts';
import { useSession } from '../session/use-session.ts';

type Proof = InputOf<typeof createPassword>['proof'];

/** Sets a password by a mailed proof, signs out whoever was signed in here, and leads to signing in with it; `next` is where to go after that. */
export function useCreatePassword(next: string) {
  const session = useSession();
  const [, navigate] = useLocation();
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly failure: unknown }>({ isBusy: false, failure: null });
  const confirm = async (proof: Proof, newPassword: string) => {
    setState({ isBusy: true, failure: null });
    try {
      const { address } = await call(createPassword, { proof, newPassword });
      await session.leave().catch(() => undefined);
      navigate('/portal/sign-in', { replace: true, state: { address, next, isPasswordSet: true } });
    } catch (failure) {
      setState({ isBusy: false, failure });
    }
  };
  return { ...state, confirm };
}
