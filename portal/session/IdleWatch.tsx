import { Suspense, lazy } from 'react';
import { lazyPage } from '../../screen/lazy-page.ts';
import { useIdleWatch } from './use-idle-watch.ts';
import type { Session } from './use-session.ts';

const IdleDialog = lazy(() => lazyPage(import('./IdleDialog.tsx').then((module) => module.IdleDialog)));

/** Warns before the session ends by itself. */
export function IdleWatch({ session }: { readonly session: Session }) {
  const { ending, stay, end } = useIdleWatch(session);
  return <Suspense>{ending ? <IdleDialog ending={ending} onStay={() => void stay()} onEnded={end} /> : null}</Suspense>;
}
