import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, DocumentRegular } from '@fluentui/react-icons';
import { type MessageAttachment, type OpenedMessage, downloadAttachment } from '../../contract/mailbox.ts';
import { isInlinePicture } from '../../contract/raster-picture.ts';
import { formatBytes } from '../../screen/format.ts';
import { addressOf } from '../api.ts';
import { useHiddenStyles } from '../page/hidden-styles.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, margin: 0, padding: 0, listStyleType: 'none' },
  item: { maxWidth: 'min(100%, 420px)' },
  file: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  size: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** The files of a message, each a link that downloads it. */
export function AttachmentList({ message }: { readonly message: Pick<OpenedMessage, 'deliveryId' | 'attachments' | 'html'> }) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const files = message.attachments.filter((attachment) => !isShownInBody(attachment, message.html));
  const words = mailboxTexts.message;
  if (files.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={words.files}>
      {files.map(({ attachmentId, name, size }) => (
        <li key={attachmentId} className={styles.item}>
          <a
            className={styles.file}
            href={addressOf(downloadAttachment, { deliveryId: message.deliveryId, attachmentId })}
            download={name}
            title={name}
          >
            <DocumentRegular className={styles.icon} aria-hidden />
            <span className={hidden.text}>{words.download} </span>
            <span className={styles.name}>{name}</span>
            <span className={hidden.text}>, </span>
            <span className={styles.size}>{formatBytes(size)}</span>
            <ArrowDownloadRegular className={styles.icon} aria-hidden />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A picture that the body names by `cid:` is seen there; one that nobody names, or that no page may show, is a file like any other. */
function isShownInBody(attachment: MessageAttachment, html: string): boolean {
  return isInlinePicture(attachment) && html.includes(attachment.contentId?.replace(/^<|>$/g, '') ?? '');
}
