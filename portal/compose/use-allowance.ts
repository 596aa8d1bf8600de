import { useEffect, useState } from 'react';
import { readAllowance } from '../../contract/compose.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { call } from '../api.ts';
import { useSettings } from '../page/settings-context.ts';

export interface Allowance {
  /** What the files of this message may have together. */
  readonly mostBytes: number;
  /** When to come again; null while a message may be sent. */
  readonly comeAgainAt: string | null;
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
  return {
    mostBytes: Math.min(replyAttachmentsBytes, answer?.bytesLeft ?? Infinity),
    comeAgainAt: answer?.messagesLeft === 0 ? answer.comeAgainAt : null,
  };
}
