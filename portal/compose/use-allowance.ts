import { useEffect, useMemo, useState } from 'react';
import { readAllowance } from '../../contract/compose.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { call } from '../api.ts';
import { useSettings } from '../page/settings-context.ts';
import type { Room } from './upload-files.ts';

export interface Allowance {
  readonly room: Room;
  /** When messages may be sent again; null while one may. */
  readonly messagesAgainAt: string | null;
}

/** What the author may still send, asked once; until the answer is here, and where none comes, only the limits of one message hold: the server has
 *  the last word. */
export function useAllowance(): Allowance {
  const { replyAttachmentsBytes } = useSettings();
  const [answer, setAnswer] = useState<OutputOf<typeof readAllowance> | null>(null);
  useEffect(() => {
    let isWanted = true;
    call(readAllowance, {}).then(
      (found) => isWanted && setAnswer(found),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return useMemo(() => {
    const { bytesLeft = Infinity, bytesPerDay = Infinity, bytesAgainAt = null, messagesAgainAt = null } = answer ?? {};
    return { room: { mostBytes: replyAttachmentsBytes, bytesLeft, bytesPerDay, bytesAgainAt }, messagesAgainAt };
  }, [answer, replyAttachmentsBytes]);
}
