import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { OpenedMessage } from '../../contract/mailbox.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { cleanBody } from './clean-body.ts';
import { fillFrame } from './fill-frame.ts';
import { followHeight } from './follow-height.ts';
import { loadInlinePictures } from './load-inline-pictures.ts';

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
});

/** Never `allow-scripts`: what runs in a message would run as this page. */
const SANDBOX = 'allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox';

/** The body of a message behind its two fences, as tall as it is. */
export function MessageBody({ deliveryId, html, attachments }: Pick<OpenedMessage, 'deliveryId' | 'html' | 'attachments'>) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [isLoaded, setIsLoaded] = useState(false);
  const [isWithoutPictures, setIsWithoutPictures] = useState(false);
  useEffect(() => {
    const view = frame.current?.contentWindow;
    if (!isLoaded || !frame.current || !view) return;
    const ended = new AbortController();
    const clean = cleanBody(html, view as Window & typeof globalThis);
    const message = fillFrame(view.document, clean);
    setIsWithoutPictures(clean.remotePictureCount > 0);
    followHeight(frame.current, message, ended.signal);
    void loadInlinePictures(message, deliveryId, attachments, ended.signal);
    return () => ended.abort();
  }, [isLoaded, html, deliveryId, attachments]);
  return (
    <>
      {isWithoutPictures ? <NoticeBar kind="fact">{mailboxTexts.message.picturesLeftOut}</NoticeBar> : null}
      <iframe
        ref={frame}
        className={styles.frame}
        src="/frame"
        title={mailboxTexts.message.body}
        sandbox={SANDBOX}
        onLoad={() => setIsLoaded(true)}
      />
    </>
  );
}
