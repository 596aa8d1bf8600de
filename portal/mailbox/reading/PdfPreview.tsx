import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Waiting } from '../../page/Waiting.tsx';
import { readingTexts } from '../../texts/reading-texts.ts';
import type { PreviewProps } from './PicturePreview.tsx';

const useStyles = makeStyles({
  frame: {
    width: '100%',
    flexGrow: 1,
    minHeight: 0,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** A PDF, drawn by a page that has an origin of its own and reaches nothing: `allow-scripts` without `allow-same-origin`. */
export function PdfPreview({ file, bytes, onBroken }: PreviewProps) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      const viewer = frame.current?.contentWindow;
      if (!viewer || source !== viewer) return;
      if (data === 'ready') void bytes.arrayBuffer().then((pdf) => viewer.postMessage({ pdf }, '*', [pdf]));
      else if (data === 'broken') onBroken();
      else if (isCount(data)) {
        setIsDrawn(true);
        const names = Array.from({ length: data.count }, (_, at) => pageName(at + 1, data.count));
        viewer.postMessage({ names, language: document.documentElement.lang }, '*');
      }
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [bytes, onBroken]);
  return (
    <>
      {isDrawn ? null : <Waiting label={readingTexts.preview.loading} />}
      <iframe ref={frame} className={styles.frame} src="/viewer" sandbox="allow-scripts" title={file.name} />
    </>
  );
}

function isCount(data: unknown): data is { count: number } {
  return typeof data === 'object' && data !== null && 'count' in data && Number.isInteger(data.count);
}

const pageName = (number: number, count: number) => readingTexts.preview.page(number, count);
