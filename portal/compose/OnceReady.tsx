import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { PageLink } from '../page/PageLink.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { useSession } from '../session/use-session.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { isCode } from '../../screen/is-code.ts';
import type { useSlot } from './use-slot.ts';

interface OnceReadyProps {
  readonly slot: ReturnType<typeof useSlot>;
  readonly children: ReactNode;
}

/** Shows its children once there is a draft to write on; until then that it is looked up, or why it could not be. An ended
 *  session leads to signing in and back here. */
export function OnceReady({ slot: { isReady, failure, again }, children }: OnceReadyProps) {
  const { end } = useSession();
  const hasEnded = isCode(failure, 'not_signed_in');
  useEffect(() => {
    if (hasEnded) end();
  }, [hasEnded, end]);
  if (failure === null) return isReady ? children : <Waiting />;
  return (
    <ErrorBar failure={failure}>
      {isCode(failure, 'draft_not_found') ? (
        <PageLink to="/portal/sent">{composeTexts.seeSent}</PageLink>
      ) : (
        <Button onClick={again}>{pageTexts.tryAgain}</Button>
      )}
    </ErrorBar>
  );
}
