import { useState } from 'react';
import { signIn } from '../../contract/account.ts';
import { normaliseAddress } from '../../contract/address.ts';
import { call } from '../api.ts';
import { useSession } from '../session/use-session.ts';

export type SignInStep =
  | { readonly step: 'address'; readonly isWrong: boolean }
  | { readonly step: 'password'; readonly isBusy: boolean; readonly failure: unknown };

/** The two steps of signing in; `onDone` runs once a session is open. */
export function useSignIn(knownAddress: string, onDone: () => void) {
  const session = useSession();
  const [address, setAddress] = useState(knownAddress);
  const [password, setPassword] = useState('');
  const [state, setState] = useState<SignInStep>({ step: 'address', isWrong: false });

  const next = () => {
    const isWrong = normaliseAddress(address) === null;
    setState(isWrong ? { step: 'address', isWrong } : { step: 'password', isBusy: false, failure: null });
  };
  const logIn = async () => {
    setState({ step: 'password', isBusy: true, failure: null });
    try {
      const opened = await call(signIn, { address, password });
      session.begin(opened);
      onDone();
    } catch (failure) {
      setPassword('');
      setState({ step: 'password', isBusy: false, failure });
    }
  };
  const back = () => {
    setPassword('');
    setState({ step: 'address', isWrong: false });
  };
  return { state, address, setAddress, password, setPassword, next, logIn, back };
}
