import { useState } from 'react';
import { useLocation } from 'wouter';
import { signIn } from '../../contract/account.ts';
import { normaliseAddress } from '../../contract/address.ts';
import { isCode } from '../../screen/is-code.ts';
import { call } from '../api.ts';
import { noteAccount } from '../session/account-here.ts';
import { useOtherWindows } from '../session/other-windows.ts';
import { type Session, useSession } from '../session/use-session.ts';
import { pageAfterSignIn } from './page-after-sign-in.ts';
import { rememberAddress, rememberedAddress } from './remembered-address.ts';

export type SignInStep =
  | { readonly step: 'address'; readonly isWrong: boolean }
  | { readonly step: 'password'; readonly isBusy: boolean; readonly failure: unknown };

/** The two steps of signing in, and the page that it leads to, also once another window has signed in: `next`, or what fits whoever did. */
export function useSignIn(knownAddress: string, next: string) {
  const session = useSession();
  const [, navigate] = useLocation();
  const [address, setAddress] = useState(() => knownAddress || rememberedAddress());
  const [isRemembered, setRemembered] = useState(() => rememberedAddress() !== '');
  const [password, setPassword] = useState('');
  const [target, setTarget] = useState(next);
  const [state, setState] = useState<SignInStep>({ step: 'address', isWrong: false });

  const follow = async () => {
    setTarget(await pageAfterSignIn(next));
    await session.check();
  };
  useOtherWindows((news) => {
    if (news === 'begun') void follow();
  });
  const goOn = () => {
    const isWrong = normaliseAddress(address) === null;
    setState(isWrong ? { step: 'address', isWrong } : { step: 'password', isBusy: false, failure: null });
  };
  const begin = async (opened: Session) => {
    noteAccount(opened.accountId);
    setTarget(await pageAfterSignIn(next));
    session.begin(opened);
  };
  const logIn = async () => {
    setState({ step: 'password', isBusy: true, failure: null });
    try {
      const opened = await call(signIn, { address, password });
      if (isRemembered) rememberAddress(opened.address);
      await begin(opened);
    } catch (failure) {
      if (isCode(failure, 'temporary_password_expired'))
        return navigate('/portal/expired-password', { replace: true, state: { address, next } });
      // What was not looked at may be tried again as it is.
      if (isCode(failure, 'credentials_wrong')) setPassword('');
      setState({ step: 'password', isBusy: false, failure });
    }
  };
  const back = () => {
    setPassword('');
    setState({ step: 'address', isWrong: false });
  };
  const remember = (isWanted: boolean) => {
    setRemembered(isWanted);
    if (!isWanted) rememberAddress(null);
  };
  return { state, address, setAddress, password, setPassword, target, goOn, logIn, begin, back, isRemembered, remember };
}
