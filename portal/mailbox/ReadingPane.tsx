import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense, lazy, useEffect } from 'react';
import { useLocation } from 'wouter';
import { CallError } from '../../contract/call.ts';
import { isIdentifier } from '../../contract/identifier.ts';
import type { MailboxEntry } from '../../contract/mailbox.ts';
import { BackArrow } from '../../screen/BackArrow.tsx';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { isCode } from '../../screen/is-code.ts';
import { lazyPage } from '../../screen/lazy-page.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { searchTexts } from '../texts/search-texts.ts';
import { EndedMessage } from './EndedMessage.tsx';
import type { MailboxPageProps } from './MailboxPage.tsx';
import { useMailbox } from './mailbox-context.ts';
import { messageAddress } from './message-address.ts';
import { fixedHeight, isPhone, phone } from '../page/screen-media.ts';
import { useOpenedMessage } from './use-opened-message.ts';
import { useReturnToList } from './use-return-to-list.ts';
import { useStillReadable } from './use-still-readable.ts';

const loadMessage = () => import('./OpenMessage.tsx');
/** What shows a message: fetched while the message itself is, or once the list stands. */
const OpenMessage = lazy(() => lazyPage(loadMessage().then((module) => module.OpenMessage)));

const useStyles = makeStyles({
  pane: { [fixedHeight]: { overflowY: 'auto' } },
  back: {
    display: 'none',
    minHeight: '44px',
    margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    [phone]: { display: 'inline-flex' },
  },
  backFromFull: { display: 'inline-flex' },
  nothing: {
    display: 'grid',
    placeItems: 'center',
    height: '100%',
    padding: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground3,
  },
  failed: { padding: tokens.spacingHorizontalL },
});

interface ReadingPaneProps extends MailboxPageProps {
  /** What the list knows of the open message. */
  readonly entry: MailboxEntry | null;
  readonly className: string;
}

/** The message that is open, or word that none is. */
export function ReadingPane({ className, ...props }: ReadingPaneProps) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { folder, searchId, deliveryId } = props;
  const { place, isFull } = useMailbox();
  useReturnToList(deliveryId, isFull);
  useEffect(() => void loadMessage().catch(() => undefined), []);
  if (deliveryId === null) {
    return (
      <div className={mergeClasses(styles.pane, className)}>
        <p className={styles.nothing}>{mailboxTexts.nothingOpen}</p>
      </div>
    );
  }
  return (
    <div className={mergeClasses(styles.pane, className)}>
      <Button
        className={mergeClasses(styles.back, isFull && styles.backFromFull)}
        appearance="subtle"
        icon={<BackArrow />}
        onClick={() => navigate(messageAddress(place, isFull && !isPhone() ? deliveryId : null))}
      >
        {searchId === null ? mailboxTexts.back(mailboxTexts.folders[folder]) : searchTexts.back}
      </Button>
      <Opened key={deliveryId} {...props} deliveryId={deliveryId} />
    </div>
  );
}

function Opened(props: Omit<ReadingPaneProps, 'className'> & { readonly deliveryId: string }) {
  const styles = useStyles();
  const opened = useOpenedMessage(props.deliveryId);
  // What is being written stays; sending it tells.
  useStillReadable(props.deliveryId, opened.isSuccess && opened.data.folder !== 'sent' && !props.isReplying, opened.refetch);
  if (opened.isSuccess) {
    return (
      <Suspense fallback={<Waiting label={mailboxTexts.opening} />}>
        <OpenMessage {...props} message={opened.data} />
      </Suspense>
    );
  }
  if (opened.isPending) return <Waiting label={mailboxTexts.opening} />;
  const state = endOf(opened.error);
  if (state)
    return (
      <EndedMessage
        state={state}
        deliveryId={props.deliveryId}
        entry={props.entry}
        isNews={opened.data !== undefined}
        onReadable={() => void opened.refetch()}
      />
    );
  if (isCode(opened.error, 'message_not_found') && isIdentifier(props.deliveryId))
    return (
      <div className={styles.failed}>
        <NoticeBar kind="fact">{mailboxTexts.notHere}</NoticeBar>
      </div>
    );
  return (
    <div className={styles.failed}>
      <ErrorBar failure={opened.error}>
        <Button onClick={() => void opened.refetch()}>{pageTexts.tryAgain}</Button>
      </ErrorBar>
    </div>
  );
}

function endOf(failure: unknown): 'expired' | 'recalled' | null {
  if (!(failure instanceof CallError)) return null;
  if (failure.code === 'message_expired') return 'expired';
  return failure.code === 'message_recalled' ? 'recalled' : null;
}
