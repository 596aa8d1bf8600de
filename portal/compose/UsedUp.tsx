import { formatRecent } from '../../screen/format.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { composeTexts } from '../texts/compose-texts.ts';
import type { Allowance } from './use-allowance.ts';

/** Says what its author has used up, of the messages of an hour or the files of a day, and when there is more. */
export function UsedUp({ allowance: { messagesAgainAt, room } }: { readonly allowance: Allowance }) {
  const now = new Date();
  const { bytesLeft, bytesAgainAt } = room;
  return (
    <>
      {messagesAgainAt === null ? null : (
        <NoticeBar kind="fact">{composeTexts.comeAgain(formatRecent(messagesAgainAt, now))}</NoticeBar>
      )}
      {bytesLeft > 0 || bytesAgainAt === null ? null : (
        <NoticeBar kind="fact">{composeTexts.filesAgain(formatRecent(bytesAgainAt, now))}</NoticeBar>
      )}
    </>
  );
}
