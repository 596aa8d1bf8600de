import { Button, makeStyles } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type MailboxEntry, askForMoreTime } from '../../contract/mailbox.ts';
import { limits } from '../../contract/limits.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { formatMoment } from '../../screen/format.ts';
import { isCode } from '../../screen/is-code.ts';
import { call } from '../api.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { actionTexts } from '../texts/actions-texts.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { refreshFolders } from './use-deliveries.ts';

const useStyles = makeStyles({ button: { minHeight: '44px' } });

interface AskForMoreTimeProps {
  readonly deliveryId: string;
  readonly entry: MailboxEntry | null;
  /** The message can be read again: it is to be opened. */
  readonly onReadable: () => void;
}

/** Asks the sender of a message that has ended for more time, once a day; says when that was. */
export function AskForMoreTime({ deliveryId, entry, onReadable }: AskForMoreTimeProps) {
  const styles = useStyles();
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () => call(askForMoreTime, { deliveryId }),
    onSuccess: () => refreshFolders(client),
  });
  const words = actionTexts;
  const askedAt = ask.data?.askedAt ?? lately(entry?.moreTimeAskedAt ?? null);
  if (askedAt !== null) return <NoticeBar kind="done">{words.asked(formatMoment(askedAt))}</NoticeBar>;
  // Its content went while this page stood.
  if (isCode(ask.error, 'message_expired')) return <NoticeBar kind="fact">{mailboxTexts.ended.removed}</NoticeBar>;
  if (isCode(ask.error, 'message_still_readable')) {
    return (
      <NoticeBar kind="fact">
        <p>{words.readableAgain}</p>
        <Button className={styles.button} onClick={onReadable}>
          {words.openAgain}
        </Button>
      </NoticeBar>
    );
  }
  return (
    <>
      {ask.error ? <ErrorBar failure={ask.error} /> : null}
      <Button className={styles.button} appearance="primary" disabledFocusable={ask.isPending} onClick={() => ask.mutate()}>
        {words.ask}
      </Button>
    </>
  );
}

/** When it was asked, if too lately to ask again. */
function lately(askedAt: string | null): string | null {
  if (askedAt === null) return null;
  return Date.now() - Date.parse(askedAt) < limits.askAgainHours * 3_600_000 ? askedAt : null;
}
