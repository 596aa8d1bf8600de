import { Button, ProgressBar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { errorText } from '../../screen/error-text.ts';
import { isCode } from '../../screen/is-code.ts';
import { formatBytes } from '../../screen/format.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { type WrittenFile, canTryAgain } from './written-draft.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  file: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  button: { minWidth: '44px', minHeight: '44px' },
  bar: { gridColumn: '1 / -1', paddingBottom: tokens.spacingVerticalXS, paddingInlineEnd: tokens.spacingHorizontalM },
  problem: { margin: 0, color: tokens.colorStatusDangerForeground1 },
  failure: { gridColumn: '1 / -1', paddingBottom: tokens.spacingVerticalS, paddingInlineEnd: tokens.spacingHorizontalM },
});

interface FileRowsProps {
  readonly files: readonly WrittenFile[];
  /** Whether *Send* was pressed and could not go on because of them. */
  readonly hasFailed: boolean;
  readonly isDisabled: boolean;
  readonly onRemove: (file: WrittenFile) => void;
  readonly onRetry: () => void;
}

/** The files of a message, each with how far it is and a way to take it out. */
export function FileRows({ files, hasFailed, isDisabled, onRemove, onRetry }: FileRowsProps) {
  const styles = useStyles();
  if (files.length === 0) return null;
  const canRetry = files.some(canTryAgain);
  return (
    <div>
      <ul className={styles.list} aria-label={composeTexts.files}>
        {files.map((file) => (
          <FileRow key={file.key} file={file} isDisabled={isDisabled} onRemove={() => onRemove(file)} />
        ))}
      </ul>
      <div role="status">{hasFailed ? <p className={styles.problem}>{composeTexts.filesFailed}</p> : null}</div>
      {canRetry ? (
        <Button disabled={isDisabled} onClick={onRetry}>
          {composeTexts.retry}
        </Button>
      ) : null}
    </div>
  );
}

interface FileRowProps {
  readonly file: WrittenFile;
  readonly isDisabled: boolean;
  readonly onRemove: () => void;
}

function FileRow({ file, isDisabled, onRemove }: FileRowProps) {
  const { name, size, state } = file;
  const styles = useStyles();
  const words = composeTexts;
  const isOnItsWay = state.kind === 'uploading' || state.kind === 'waiting';
  return (
    <li className={styles.file}>
      <span className={styles.name} title={name}>
        {name}
      </span>
      <span className={styles.small}>{state.kind === 'waiting' ? words.fileWaiting : formatBytes(size)}</span>
      <Button
        className={styles.button}
        appearance="transparent"
        icon={<DismissRegular />}
        aria-label={isOnItsWay ? words.cancelFile(name) : words.removeFile(name)}
        disabled={isDisabled}
        onClick={onRemove}
      />
      {state.kind === 'uploading' ? (
        <div className={styles.bar}>
          <ProgressBar value={size === 0 ? 1 : state.sentBytes / size} aria-label={words.fileProgress(name)} />
        </div>
      ) : null}
      {state.kind === 'failed' ? (
        <p className={mergeClasses(styles.problem, styles.failure)} role="alert">
          {file.copyOf !== undefined && isCode(state.failure, 'upload_not_found') ? (
            words.fileNotCopied
          ) : (
            <>
              {words.fileFailed}: {errorText(state.failure).sentence} {errorText(state.failure).nextStep}
            </>
          )}
        </p>
      ) : null}
    </li>
  );
}
