import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useLocation } from 'wouter';
import { CallError } from '../../contract/call.ts';
import type { MailboxEntry } from '../../contract/mailbox.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { EndedMessage } from './EndedMessage.tsx';
import type { MailboxPageProps } from './MailboxPage.tsx';
import { OpenMessage } from './OpenMessage.tsx';
import { fixedHeight, phone } from './screen-media.ts';
import { useOpenedMessage } from './use-opened-message.ts';
import { useReturnToList } from './use-return-to-list.ts';

const useStyles = makeStyles({
  pane: { [fixedHeight]: { overflowY: 'auto' } },
  back: {
    display: 'none',
    minHeight: '44px',
    margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    [phone]: { display: 'inline-flex' },
  },
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
  const { folder, deliveryId } = props;
  useReturnToList(deliveryId);
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
        className={styles.back}
        appearance="subtle"
        icon={<ArrowLeftRegular />}
        onClick={() => navigate(`/portal/${folder}`)}
      >
        {mailboxTexts.back(mailboxTexts.folders[folder])}
      </Button>
      <Opened key={deliveryId} {...props} deliveryId={deliveryId} />
    </div>
  );
}

function Opened(props: Omit<ReadingPaneProps, 'className'> & { readonly deliveryId: string }) {
  const styles = useStyles();
  const opened = useOpenedMessage(props.deliveryId);
  if (opened.isSuccess) return <OpenMessage {...props} message={opened.data} />;
  if (opened.isPending) return <Waiting label={mailboxTexts.opening} />;
  const state = endOf(opened.error);
  if (state) return <EndedMessage state={state} entry={props.entry} />;
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
