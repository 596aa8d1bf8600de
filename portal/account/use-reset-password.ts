import { useState } from 'react';
import { changePassword } from '../../contract/passwords.ts';
import { isCode } from '../../screen/is-code.ts';
import { call } from '../api.ts';
import { useSession } from '../session/use-session.ts';

/** Puts an own password in the place of the temporary one; the session that comes of it says what answers now. */
export function useResetPassword() {
  const session = useSession();
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly failure: unknown }>({ isBusy: false, failure: null });
  const confirm = async (currentPassword: string, newPassword: string) => {
    setState({ isBusy: true, failure: null });
    try {
      await call(changePassword, { currentPassword, newPassword });
      await session.check();
    } catch (failure) {
      if (isCode(failure, 'not_signed_in')) session.end();
      setState({ isBusy: false, failure });
    }
  };
  const { failure } = state;
  const isCurrentWrong = isCode(failure, 'credentials_wrong');
  return { ...state, isCurrentWrong, confirm };
}
