import { makeStyles, tokens } from '@fluentui/react-components';
import { AttachRegular, CheckmarkRegular, ImageRegular, WarningRegular } from '@fluentui/react-icons';
import { formatBytes } from '../../screen/format.ts';
import type { UnreadableReason } from '../outlook/read-attachment.ts';
import { paneTexts } from '../texts/pane-texts.ts';
import type { Problem } from './find-problems.ts';
import type { OutgoingFile } from './outgoing-file.ts';

const useStyles = makeStyles({
  files: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  file: { display: 'grid', gridTemplateColumns: 'auto 1fr auto auto', columnGap: tokens.spacingHorizontalS, alignItems: 'start' },
  icon: { marginTop: '2px', fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground2 },
  name: { overflowWrap: 'anywhere' },
  size: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  good: { marginTop: '2px', fontSize: tokens.fontSizeBase400, color: tokens.colorStatusSuccessForeground1 },
  bad: { marginTop: '2px', fontSize: tokens.fontSizeBase400, color: tokens.colorStatusDangerForeground1 },
  whatToDo: { gridColumnStart: 2, gridColumnEnd: 5, color: tokens.colorStatusDangerForeground1 },
  pictures: { display: 'flex', gap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
});

interface FileListProps {
  readonly files: readonly OutgoingFile[];
  readonly problems: readonly Problem[];
}

/** The files with their sizes, and whether each can be sent; pictures in the text are counted. */
export function FileList({ files, problems }: FileListProps) {
  const styles = useStyles();
  const reasons = new Map(
    problems.flatMap((problem) => (problem.kind === 'unreadable_file' ? [[problem.fileId, problem.reason]] : [])),
  );
  const listed = files.filter(({ id, contentId }) => contentId === null || reasons.has(id));
  const pictures = files.length - listed.length;
  return (
    <>
      {listed.length > 0 ? (
        <ul className={styles.files} aria-label={paneTexts.draft.files}>
          {listed.map((file) => (
            <FileLine key={file.id} file={file} reason={reasons.get(file.id)} />
          ))}
        </ul>
      ) : null}
      {pictures > 0 ? (
        <div className={styles.pictures}>
          <ImageRegular className={styles.icon} aria-hidden />
          {paneTexts.draft.pictures(pictures)}
        </div>
      ) : null}
    </>
  );
}

function FileLine({ file: { name, size }, reason }: { file: OutgoingFile; reason: UnreadableReason | undefined }) {
  const styles = useStyles();
  const Icon = reason ? WarningRegular : CheckmarkRegular;
  return (
    <li className={styles.file}>
      <AttachRegular className={styles.icon} aria-hidden />
      <span className={styles.name}>{name}</span>
      <span className={styles.size}>{formatBytes(size)}</span>
      <Icon
        className={reason ? styles.bad : styles.good}
        role="img"
        aria-label={reason ? paneTexts.draft.willNotGo : paneTexts.draft.willGo}
      />
      {reason ? <span className={styles.whatToDo}>{paneTexts.unreadable[reason]}</span> : null}
    </li>
  );
}
