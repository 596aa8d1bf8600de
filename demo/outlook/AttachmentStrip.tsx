import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular, DocumentRegular } from '@fluentui/react-icons';
import { memo, useState } from 'react';
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
    alignItems: 'center',
    // The text stays in sight beside hundreds of files.
    maxHeight: '160px',
    flexShrink: 0,
    overflowY: 'auto',
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

/** Hundreds of them take the browser longer to draw, each time something changes, than a pane takes to upload one. */
const SHOWN_AT_FIRST = 12;

interface AttachmentStripProps {
  readonly attachments: readonly SimulatedAttachment[];
  readonly store: DraftStore;
}

/** The files below the subject; drawn anew only when they change, for there may be hundreds. */
export const AttachmentStrip = memo(function AttachmentStrip({ attachments, store }: AttachmentStripProps) {
  const styles = useStyles();
  const [isWhole, setWhole] = useState(false);
  const files = attachments.filter(({ isInline }) => !isInline);
  const remove = (id: string) =>
    store.change((now) => ({ ...now, attachments: now.attachments.filter((file) => file.id !== id) }));
  if (files.length === 0) return null;
  const shown = isWhole ? files : files.slice(0, SHOWN_AT_FIRST);
  return (
    <ul className={styles.strip} aria-label="Attachments">
      {shown.map(({ id, name, size }) => (
        <li key={id} className={styles.file}>
          <DocumentRegular aria-hidden />
          <span className={styles.name}>{name}</span>
          <span className={styles.size}>{formatBytes(size)}</span>
          <button type="button" className={styles.remove} aria-label={`Remove ${name}`} onClick={() => remove(id)}>
            <DismissRegular aria-hidden />
          </button>
        </li>
      ))}
      {shown.length < files.length ? (
        <li>
          <Button appearance="subtle" size="small" onClick={() => setWhole(true)}>
            {`Show all ${files.length}`}
          </Button>
        </li>
      ) : null}
    </ul>
  );
});
