import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Link,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useState } from 'react';
import { CallError } from '../../../contract/call.ts';
import { type MessageAttachment, downloadAttachment } from '../../../contract/mailbox.ts';
import { ErrorBar } from '../../../screen/ErrorBar.tsx';
import { addressOf, readBytes } from '../../api.ts';
import { NoticeBar } from '../../page/NoticeBar.tsx';
import { Waiting } from '../../page/Waiting.tsx';
import { useFocusBack } from '../../page/use-focus-back.ts';
import { readingTexts } from '../../texts/reading-texts.ts';
import { phone } from '../../page/screen-media.ts';
import { PdfPreview } from './PdfPreview.tsx';
import { PicturePreview } from './PicturePreview.tsx';
import { TextPreview } from './TextPreview.tsx';
import { previewKind } from './preview-kind.ts';

const useStyles = makeStyles({
  surface: {
    width: '960px',
    maxWidth: 'min(960px, calc(100vw - 32px))',
    [phone]: { maxWidth: '100vw', padding: tokens.spacingHorizontalM },
  },
  body: { height: 'min(80dvh, 1000px)', gridTemplateRows: 'auto minmax(0, 1fr) auto' },
  title: { overflowWrap: 'anywhere', maxHeight: '20vh', overflowY: 'auto', unicodeBidi: 'isolate' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minHeight: 0 },
  button: { minHeight: '44px' },
  link: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minHeight: '44px' },
});

interface PreviewDialogProps {
  readonly deliveryId: string;
  readonly file: MessageAttachment;
  readonly onSave: (link: HTMLAnchorElement) => void;
  readonly onClose: () => void;
}

/** Shows a picture, a PDF or a text without saving it. To the sender it counts as a download: the bytes have left the server. */
export function PreviewDialog({ deliveryId, file, onSave, onClose }: PreviewDialogProps) {
  const styles = useStyles();
  useFocusBack();
  const words = readingTexts.preview;
  return (
    <Dialog open onOpenChange={(_event, { open }) => (open ? undefined : onClose())}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle className={styles.title}>{file.name}</DialogTitle>
          <DialogContent className={styles.content}>
            <Preview deliveryId={deliveryId} file={file} />
          </DialogContent>
          <DialogActions>
            <Link
              className={styles.link}
              href={addressOf(downloadAttachment, { deliveryId, attachmentId: file.attachmentId })}
              download={file.name}
              onClick={(event) => {
                event.preventDefault();
                onSave(event.currentTarget);
                onClose();
              }}
            >
              <ArrowDownloadRegular aria-hidden />
              {words.download}
            </Link>
            <Button className={styles.button} appearance="primary" onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'shown'; readonly bytes: Blob }
  | { readonly state: 'failed'; readonly failure: unknown };

function Preview({ deliveryId, file }: Pick<PreviewDialogProps, 'deliveryId' | 'file'>): ReactNode {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const [isBroken, setIsBroken] = useState(false);
  const { attachmentId } = file;
  useEffect(() => {
    const ended = new AbortController();
    readBytes(downloadAttachment, { deliveryId, attachmentId }, ended.signal).then(
      (bytes) => setLoaded({ state: 'shown', bytes }),
      (failure: unknown) => (ended.signal.aborted ? undefined : setLoaded({ state: 'failed', failure: asCallError(failure) })),
    );
    return () => ended.abort();
  }, [deliveryId, attachmentId]);
  if (isBroken) return <NoticeBar kind="fact">{`${readingTexts.preview.failed} ${readingTexts.preview.failedNext}`}</NoticeBar>;
  if (loaded.state === 'failed') return <ErrorBar failure={loaded.failure} />;
  if (loaded.state === 'loading') return <Waiting label={readingTexts.preview.loading} />;
  const shown = { file, bytes: loaded.bytes, onBroken: () => setIsBroken(true) };
  switch (previewKind(file)) {
    case 'picture':
      return <PicturePreview {...shown} />;
    case 'pdf':
      return <PdfPreview {...shown} />;
    default:
      return <TextPreview {...shown} />;
  }
}

function asCallError(failure: unknown): unknown {
  return failure instanceof TypeError ? new CallError('offline') : failure;
}
