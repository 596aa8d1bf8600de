import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { isSignInWindowOpen, watchSignInWindow } from '../outlook/sign-in-window.ts';
import { paneTexts } from '../texts/pane-texts.ts';
import { SignInHint } from '../SignInHint.tsx';
import type { UploadProgress as Progress } from './upload-files.ts';
import { usePageStyles } from '../use-page-styles.ts';

// The bar is seen before anything has moved.
const useStyles = makeStyles({
  bar: {
    backgroundColor: tokens.colorNeutralStroke1,
    '@media screen and (forced-colors: active)': { backgroundColor: 'Canvas', outline: '1px solid CanvasText' },
  },
});

interface UploadProgressProps {
  readonly progress: Progress | null;
  readonly canCancel: boolean;
  readonly onCancel: () => void;
}

/** Cancel stands where Send Secure stood: the second half of a double click must not press it. */
const DOUBLE_CLICK_MS = 700;

/** While the message is on its way: one bar for all files, and Cancel as long as that is possible. */
export function UploadProgress({ progress, canCancel, onCancel }: UploadProgressProps) {
  const page = usePageStyles();
  const styles = useStyles();
  const isArmed = useArmed();
  const isSigningIn = useSyncExternalStore(watchSignInWindow, isSignInWindowOpen);
  const isCounted = progress !== null && progress.totalBytes > 0;
  return (
    <>
      <div className={page.content}>
        <h2 className={page.heading}>{paneTexts.uploading.heading}</h2>
        {isCounted ? (
          <ProgressBar
            className={styles.bar}
            thickness="large"
            value={progress.sentBytes}
            max={progress.totalBytes}
            aria-label={paneTexts.uploading.progress}
          />
        ) : (
          <ProgressBar className={styles.bar} thickness="large" aria-label={paneTexts.uploading.progress} />
        )}
        <p className={page.text} role="status">
          {whatHappens(progress, canCancel)}
        </p>
        {isSigningIn ? (
          <div role="alert">
            <SignInHint />
          </div>
        ) : null}
      </div>
      <div className={page.actions}>
        {canCancel || isSigningIn ? (
          <Button size="large" disabledFocusable={!isArmed} onClick={onCancel}>
            {paneTexts.uploading.cancel}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function useArmed(): boolean {
  const [isArmed, setIsArmed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsArmed(true), DOUBLE_CLICK_MS);
    return () => clearTimeout(timer);
  }, []);
  return isArmed;
}

function whatHappens(progress: Progress | null, canCancel: boolean): string {
  if (!canCancel) return paneTexts.uploading.handingOver;
  return progress === null
    ? paneTexts.uploading.preparing
    : paneTexts.uploading.file(progress.fileName, progress.fileNumber, progress.fileCount);
}
