import { makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular, DocumentRegular } from '@fluentui/react-icons';
import { formatBytes } from '../../screen/format.ts';
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
  readonly onRemove: (id: string) => void;
}

/** The files below the subject. */
export function AttachmentStrip({ attachments, onRemove }: AttachmentStripProps) {
  const styles = useStyles();
  if (attachments.length === 0) return null;
  return (
    <ul className={styles.strip} aria-label="Attachments">
      {attachments.map(({ id, name, size }) => (
        <li key={id} className={styles.file}>
          <DocumentRegular aria-hidden />
          <span className={styles.name}>{name}</span>
          <span className={styles.size}>{formatBytes(size)}</span>
          <button type="button" className={styles.remove} aria-label={`Remove ${name}`} onClick={() => onRemove(id)}>
            <DismissRegular aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
