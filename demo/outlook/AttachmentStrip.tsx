import { makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular, DocumentRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import { formatBytes } from '../../screen/format.ts';
import type { DraftStore } from './draft-store.ts';
import type { SimulatedAttachment } from './simulated-draft.ts';

const useStyles = makeStyles({
  strip: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
  file: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  size: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  remove: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '24px',
    height: '24px',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    cursor: 'pointer',
  },
});

interface AttachmentStripProps {
  readonly attachments: readonly SimulatedAttachment[];
  readonly store: DraftStore;
}

/** The files below the subject; drawn anew only when they change, for there may be hundreds. */
export const AttachmentStrip = memo(function AttachmentStrip({ attachments, store }: AttachmentStripProps) {
  const styles = useStyles();
  const files = attachments.filter(({ isInline }) => !isInline);
  const remove = (id: string) =>
    store.change((now) => ({ ...now, attachments: now.attachments.filter((file) => file.id !== id) }));
  if (files.length === 0) return null;
  return (
    <ul className={styles.strip} aria-label="Attachments">
      {files.map(({ id, name, size }) => (
        <li key={id} className={styles.file}>
          <DocumentRegular aria-hidden />
          <span className={styles.name}>{name}</span>
          <span className={styles.size}>{formatBytes(size)}</span>
          <button type="button" className={styles.remove} aria-label={`Remove ${name}`} onClick={() => remove(id)}>
            <DismissRegular aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
});
