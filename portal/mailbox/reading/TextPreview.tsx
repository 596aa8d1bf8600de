import { useEffect, useState } from 'react';
import { NoticeBar } from '../../page/NoticeBar.tsx';
import { readingTexts } from '../../texts/reading-texts.ts';
import type { PreviewProps } from './PicturePreview.tsx';
import { PreviewFrame } from './PreviewFrame.tsx';
import { type ShownText, readText } from './read-text.ts';

const STYLE = {
  margin: '0',
  fontFamily: 'Consolas, "Courier New", monospace',
  fontSize: '14px',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  unicodeBidi: 'plaintext',
  textAlign: 'start',
};

/** The beginning of a text file, as text and nothing else. */
export function TextPreview({ file, bytes, onBroken }: PreviewProps) {
  const [shown, setShown] = useState<ShownText | null>(null);
  useEffect(() => {
    let isCurrent = true;
    readText(bytes).then((text) => (isCurrent ? setShown(text) : undefined), onBroken);
    return () => void (isCurrent = false);
  }, [bytes, onBroken]);
  if (!shown) return null;
  const fill = (place: HTMLElement) => {
    const text = place.ownerDocument.createElement('pre');
    text.textContent = shown.text;
    Object.assign(text.style, STYLE);
    place.replaceChildren(text);
    return undefined;
  };
  return (
    <>
      {shown.isCut ? <NoticeBar kind="fact">{readingTexts.preview.cut}</NoticeBar> : null}
      <PreviewFrame name={file.name} fill={fill} />
    </>
  );
}
