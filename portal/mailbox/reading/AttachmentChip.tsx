import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, DocumentRegular, EyeRegular } from '@fluentui/react-icons';
import type { MouseEvent } from 'react';
import { type MessageAttachment, downloadAttachment } from '../../../contract/mailbox.ts';
import { formatBytes } from '../../../screen/format.ts';
import { addressOf } from '../../api.ts';
import { useHiddenStyles } from '../../page/hidden-styles.ts';
import { mailboxTexts } from '../../texts/mailbox-texts.ts';
import { readingTexts } from '../../texts/reading-texts.ts';
import { previewKind } from './preview-kind.ts';

const useStyles = makeStyles({
  chip: {
    display: 'flex',
    alignItems: 'stretch',
    minWidth: 0,
    minHeight: '44px',
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  file: {
    flexGrow: 1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
  },
  link: {
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  name: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', unicodeBidi: 'isolate' },
  size: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  preview: { minWidth: '44px', minHeight: '42px', flexShrink: 0 },
});

interface AttachmentChipProps {
  readonly file: MessageAttachment;
  readonly deliveryId: string;
  readonly mayDownload: boolean;
  readonly onSave: (link: HTMLAnchorElement) => void;
  readonly onPreview: () => void;
}

/** One file: a link that downloads it, and an eye to look at it where a page can show it. */
export function AttachmentChip({ file, deliveryId, mayDownload, onSave, onPreview }: AttachmentChipProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { attachmentId, name, size } = file;
  const named = (
    <>
      <span className={styles.name}>{name}</span>
      <span className={hidden.text}>, </span>
      <span className={styles.size}>{formatBytes(size)}</span>
    </>
  );
  const started = (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    onSave(event.currentTarget);
  };
  if (!mayDownload) {
    return (
      <div className={styles.chip}>
        <span className={styles.file} title={name}>
          <DocumentRegular className={styles.icon} aria-hidden />
          {named}
        </span>
      </div>
    );
  }
  return (
    <div className={styles.chip}>
      <a
        className={mergeClasses(styles.file, styles.link)}
        href={addressOf(downloadAttachment, { deliveryId, attachmentId })}
        download={name}
        title={name}
        onClick={started}
      >
        <DocumentRegular className={styles.icon} aria-hidden />
        <span className={hidden.text}>{mailboxTexts.message.download} </span>
        {named}
        <ArrowDownloadRegular className={styles.icon} aria-hidden />
      </a>
      {previewKind(file) === null ? null : (
        <Button
          className={styles.preview}
          appearance="subtle"
          icon={<EyeRegular />}
          aria-label={readingTexts.files.preview(name)}
          title={readingTexts.files.preview(name)}
          onClick={onPreview}
        />
      )}
    </div>
  );
}
