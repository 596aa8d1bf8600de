import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { OpenedMessage } from '../../contract/mailbox.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { readingTexts } from '../texts/reading-texts.ts';
import { cleanBody } from './clean-body.ts';
import { fillFrame } from './fill-frame.ts';
import { followHeight } from './follow-height.ts';
import { loadInlinePictures } from './load-inline-pictures.ts';
import { MESSAGE_FRAME, preparePrint } from './reading/print-message.ts';
import { showRemotePictures } from './reading/remote-pictures.ts';
import { useBlankPaper } from './reading/use-blank-paper.ts';

const useStyles = makeStyles({
  frame: {
    display: 'block',
    width: '100%',
    minHeight: '120px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    colorScheme: 'light',
    backgroundColor: 'white',
  },
  offer: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { margin: 0, flexBasis: '260px', flexGrow: 1 },
  show: { minHeight: '44px' },
});

/** Never `allow-scripts`: what runs in a message would run as this page. */
const SANDBOX = 'allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox';

/** The body of a message behind its two fences, as tall as it is. Pictures from other websites are loaded once its reader asks, and for this
 *  opening only. */
export function MessageBody({ message }: { readonly message: OpenedMessage }) {
  const styles = useStyles();
  const [remotePictures, setRemotePictures] = useState<'none' | 'left out' | 'asked for'>('none');
  const isAskedFor = remotePictures === 'asked for';
  useBlankPaper(!message.mayPrint);
  return (
    <>
      {remotePictures === 'left out' ? (
        <NoticeBar kind="fact">
          <div className={styles.offer}>
            <p className={styles.words}>{mailboxTexts.message.picturesLeftOut}</p>
            <Button className={styles.show} onClick={() => setRemotePictures('asked for')}>
              {readingTexts.pictures.show}
            </Button>
          </div>
        </NoticeBar>
      ) : null}
      <BodyFrame
        key={remotePictures === 'asked for' ? 'with' : 'without'}
        message={message}
        withPictures={isAskedFor}
        onRemotePictures={() => setRemotePictures((now) => (now === 'none' ? 'left out' : now))}
      />
    </>
  );
}

interface BodyFrameProps {
  readonly message: OpenedMessage;
  readonly withPictures: boolean;
  /** The message has pictures on other websites. */
  readonly onRemotePictures: () => void;
}

function BodyFrame({ message, withPictures, onRemotePictures }: BodyFrameProps) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const tell = useRef(onRemotePictures);
  const [isLoaded, setIsLoaded] = useState(false);
  useEffect(() => {
    const view = frame.current?.contentWindow;
    if (!isLoaded || !frame.current || !view) return;
    const ended = new AbortController();
    const clean = cleanBody(message.html, view as Window & typeof globalThis);
    const shown = fillFrame(view.document, clean);
    preparePrint(view.document, message);
    if (clean.remotePictureCount > 0) tell.current();
    if (withPictures) showRemotePictures(shown);
    followHeight(frame.current, shown, ended.signal);
    void loadInlinePictures(shown, message.deliveryId, message.attachments, ended.signal);
    return () => ended.abort();
  }, [isLoaded, message, withPictures]);
  // The button that was pressed is gone; what it was pressed for takes its place.
  useEffect(() => {
    if (withPictures) frame.current?.focus();
  }, [withPictures]);
  return (
    <iframe
      ref={frame}
      className={styles.frame}
      name={MESSAGE_FRAME}
      src={withPictures ? '/frame?pictures=1' : '/frame'}
      title={mailboxTexts.message.body}
      sandbox={SANDBOX}
      onLoad={() => setIsLoaded(true)}
    />
  );
}
