import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, MailRegular } from '@fluentui/react-icons';
import { Suspense, lazy, useMemo, useState } from 'react';
import { filesBesideBody } from '../../contract/files-beside-body.ts';
import { type MessageAttachment, type OpenedMessage, downloadAll, saveMessage } from '../../contract/mailbox.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { lazyPage } from '../../screen/lazy-page.ts';
import { addressOf } from '../api.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { readingTexts } from '../texts/reading-texts.ts';
import { AttachmentChip } from './reading/AttachmentChip.tsx';
import { saveFile } from './reading/save-file.ts';

const PreviewDialog = lazy(() => lazyPage(import('./reading/PreviewDialog.tsx').then((module) => module.PreviewDialog)));

const useStyles = makeStyles({
  files: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, margin: 0, padding: 0, listStyleType: 'none' },
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))' },
  item: { maxWidth: 'min(100%, 420px)', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
  more: { alignSelf: 'flex-start', minHeight: '44px' },
  action: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minHeight: '44px' },
});

const SHOWN_AT_FIRST = 8;

type Message = Pick<OpenedMessage, 'deliveryId' | 'attachments' | 'html' | 'mayDownload'>;

/** The files of a message: each to look at and to download, all at once as a zip, the whole message as a mail file. What the sender does not
 *  allow to be saved is only named. */
export function AttachmentList({ message }: { readonly message: Message }) {
  const styles = useStyles();
  const [failure, setFailure] = useState<unknown>(null);
  const [isWhole, setIsWhole] = useState(false);
  const [previewed, setPreviewed] = useState<MessageAttachment | null>(null);
  const { attachments, html } = message;
  const files = useMemo(() => filesBesideBody(attachments, html), [attachments, html]);
  const areMany = files.length > SHOWN_AT_FIRST;
  const shown = isWhole ? files : files.slice(0, SHOWN_AT_FIRST);
  const save = (link: HTMLAnchorElement) => {
    setFailure(null);
    saveFile(link, message.deliveryId).catch(setFailure);
  };
  const actions = (
    <>
      {failure ? <ErrorBar failure={failure} /> : null}
      {message.mayDownload ? <SaveActions message={message} hasSeveral={files.length > 1} onSave={save} /> : null}
    </>
  );
  return (
    <div className={styles.files}>
      {areMany && actions}
      {files.length === 0 ? null : (
        <ul className={mergeClasses(styles.list, areMany && styles.columns)} aria-label={mailboxTexts.message.files}>
          {shown.map((file) => (
            <li key={file.attachmentId} className={styles.item}>
              <AttachmentChip
                file={file}
                deliveryId={message.deliveryId}
                mayDownload={message.mayDownload}
                onSave={save}
                onPreview={() => setPreviewed(file)}
              />
            </li>
          ))}
        </ul>
      )}
      {areMany ? (
        <Button className={styles.more} appearance="subtle" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? readingTexts.files.showFewer : readingTexts.files.showAll(files.length)}
        </Button>
      ) : null}
      {!areMany && actions}
      {previewed ? (
        <Suspense fallback={null}>
          <PreviewDialog deliveryId={message.deliveryId} file={previewed} onSave={save} onClose={() => setPreviewed(null)} />
        </Suspense>
      ) : null}
    </div>
  );
}

interface SaveActionsProps {
  readonly message: Message;
  readonly hasSeveral: boolean;
  readonly onSave: (link: HTMLAnchorElement) => void;
}

function SaveActions({ message: { deliveryId }, hasSeveral, onSave }: SaveActionsProps) {
  const styles = useStyles();
  const words = readingTexts.files;
  const started = (event: React.MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    onSave(event.currentTarget);
  };
  return (
    <div className={styles.actions}>
      {hasSeveral ? (
        <Link className={styles.action} href={addressOf(downloadAll, { deliveryId })} download="" onClick={started}>
          <ArrowDownloadRegular aria-hidden />
          {words.downloadAll}
        </Link>
      ) : null}
      <Link
        className={styles.action}
        href={addressOf(saveMessage, { deliveryId })}
        download=""
        title={words.saveMessageHint}
        onClick={started}
      >
        <MailRegular aria-hidden />
        {words.saveMessage}
      </Link>
    </div>
  );
}
