import { type ReactNode, Suspense, lazy, useState } from 'react';
import { CallError } from '../../../contract/call.ts';
import { lazyPage } from '../../../screen/lazy-page.ts';
import { useSession } from '../../session/use-session.ts';

const ConfirmIdentity = lazy(() => lazyPage(import('./ConfirmIdentity.tsx').then((module) => module.ConfirmIdentity)));

type Work = () => Promise<void>;
interface State {
  readonly isBusy: boolean;
  readonly failure: unknown;
  /** What waits until its owner has repeated the password. */
  readonly waiting: Work | null;
}

const idle: State = { isBusy: false, failure: null, waiting: null };

/** Does what may need the password once more: asks for it, then does the same again. `confirmation` is to be shown. */
export function useProtectedAction() {
  const { end } = useSession();
  const [state, setState] = useState<State>(idle);
  const run = async (work: Work) => {
    setState({ ...idle, isBusy: true });
    try {
      await work();
      setState(idle);
    } catch (failure) {
      const code = failure instanceof CallError ? failure.code : null;
      if (code === 'not_signed_in') return end();
      setState(code === 'confirmation_required' ? { ...idle, waiting: work } : { ...idle, failure });
    }
  };
  const { waiting } = state;
  const confirmation: ReactNode = waiting ? (
    <Suspense>
      <ConfirmIdentity onConfirmed={() => void run(waiting)} onCancel={() => setState(idle)} />
    </Suspense>
  ) : null;
  return { isBusy: state.isBusy, failure: state.failure, run, confirmation };
}
