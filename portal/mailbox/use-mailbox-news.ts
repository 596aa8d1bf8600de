import { useCallback } from 'react';
import { useSession } from '../session/use-session.ts';
import { actionTexts } from '../texts/actions-texts.ts';
import type { Mailbox } from './mailbox-context.ts';
import { useNews } from './use-news.ts';

/** New mail appears by itself and is said; nothing that is being read moves. */
export function useMailboxNews({ announce }: Mailbox, isChanging: () => boolean): void {
  const { end } = useSession();
  const onNew = useCallback((count: number) => announce(actionTexts.newMessages(count)), [announce]);
  useNews({ onNew, onSignedOut: end, isChanging });
}
