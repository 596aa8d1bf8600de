import { makeStyles, tokens } from '@fluentui/react-components';
import { AttachRegular, CheckmarkRegular, ImageRegular, WarningRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { formatBytes } from '../../screen/format.ts';
import type { UnreadableReason } from '../outlook/read-attachment.ts';
import { paneTexts } from '../texts/pane-texts.ts';
import type { Problem } from './find-problems.ts';
import type { OutgoingFile } from './outgoing-file.ts';
import { usePlainButtonStyles } from './use-plain-button-styles.ts';

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

/** More files than this are listed on demand: the options stand below them. */
const SHOWN_AT_FIRST = 20;

interface FileListProps {
  readonly files: readonly OutgoingFile[];
  readonly problems: readonly Problem[];
}

/** The files with their sizes, and whether each can be sent: the first twenty and whatever cannot, until somebody wants to see all; pictures in the
 *  text are counted. */
export function FileList({ files, problems }: FileListProps) {
  const styles = useStyles();
  const plain = usePlainButtonStyles();
  const [isWhole, setWhole] = useState(false);
  const reasons = new Map(
    problems.flatMap((problem) => (problem.kind === 'unreadable_file' ? [[problem.fileId, problem.reason]] : [])),
  );
  const listed = files.filter(({ id, contentId }) => contentId === null || reasons.has(id));
  const shown = isWhole ? listed : listed.filter(({ id }, index) => index < SHOWN_AT_FIRST || reasons.has(id));
  const pictures = files.length - listed.length;
  return (
    <>
      {listed.length > 0 ? (
        <ul className={styles.files} aria-label={paneTexts.draft.files}>
          {shown.map((file) => (
            <FileLine key={file.id} file={file} reason={reasons.get(file.id)} />
          ))}
        </ul>
      ) : null}
      {listed.length > SHOWN_AT_FIRST ? (
        <button type="button" className={plain.button} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? paneTexts.draft.showLess : paneTexts.draft.everyFile(listed.length)}
        </button>
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
