import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { OpenedMessage } from '../../contract/mailbox.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { pageTexts } from '../texts/page-texts.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { readingTexts } from '../texts/reading-texts.ts';
import { cleanBody } from './clean-body.ts';
import { fillFrame } from './fill-frame.ts';
import { followHeight } from './follow-height.ts';
import { MESSAGE_FRAME, preparePrint } from './reading/print-message.ts';
import { showRemotePictures } from './reading/remote-pictures.ts';
import { useBlankPaper } from './reading/use-blank-paper.ts';
import { type MissingPictures, showInlinePictures } from './show-inline-pictures.ts';

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
  const [missing, setMissing] = useState<MissingPictures | null>(null);
  const [remotePictures, setRemotePictures] = useState<'none' | 'left out' | 'asked for'>('none');
  const isAskedFor = remotePictures === 'asked for';
  useBlankPaper(!message.mayPrint);
  return (
    <>
      {remotePictures === 'left out' ? (
        <Offer sentence={mailboxTexts.message.picturesLeftOut} onClick={() => setRemotePictures('asked for')}>
          {readingTexts.pictures.show}
        </Offer>
      ) : null}
      {missing ? (
        <Offer
          sentence={mailboxTexts.message.picturesMissing(missing.count)}
          isBusy={missing.isTrying}
          onClick={missing.tryAgain}
        >
          {missing.isTrying ? pageTexts.waiting : pageTexts.tryAgain}
        </Offer>
      ) : null}
      <BodyFrame
        key={remotePictures === 'asked for' ? 'with' : 'without'}
        message={message}
        withPictures={isAskedFor}
        onRemotePictures={() => setRemotePictures((now) => (now === 'none' ? 'left out' : now))}
        onMissing={setMissing}
      />
    </>
  );
}

interface OfferProps {
  readonly sentence: string;
  readonly isBusy?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

/** What a body is shown without, and the button that brings it. */
function Offer({ sentence, isBusy = false, onClick, children }: OfferProps) {
  const styles = useStyles();
  return (
    <NoticeBar kind="fact">
      <div className={styles.offer}>
        <p className={styles.words}>{sentence}</p>
        <Button className={styles.show} disabledFocusable={isBusy} onClick={onClick}>
          {children}
        </Button>
      </div>
    </NoticeBar>
  );
}

interface BodyFrameProps {
  readonly message: OpenedMessage;
  readonly withPictures: boolean;
  /** The message has pictures on other websites. */
  readonly onRemotePictures: () => void;
  readonly onMissing: (missing: MissingPictures | null) => void;
}

function BodyFrame({ message, withPictures, onRemotePictures, onMissing }: BodyFrameProps) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const tell = useRef(onRemotePictures);
  const [isLoaded, setIsLoaded] = useState(false);
  useEffect(() => {
    const element = frame.current;
    const view = element?.contentWindow;
    if (!isLoaded || !view) return;
    const ended = new AbortController();
    const clean = cleanBody(message.html, view as Window & typeof globalThis);
    const shown = fillFrame(view.document, clean);
    preparePrint(view.document, message);
    if (clean.remotePictureCount > 0) tell.current();
    if (withPictures) showRemotePictures(shown);
    followHeight(element, shown, ended.signal);
    void showInlinePictures(shown, message, ended.signal, onMissing, () => element.focus());
    return () => {
      ended.abort();
      onMissing(null);
    };
  }, [isLoaded, message, withPictures, onMissing]);
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
