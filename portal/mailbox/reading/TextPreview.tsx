import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { NoticeBar } from '../../page/NoticeBar.tsx';
import { readingTexts } from '../../texts/reading-texts.ts';
import type { PreviewProps } from './PicturePreview.tsx';
import { type ShownText, readText } from './read-text.ts';

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    overflow: 'auto',
    minHeight: 0,
    flexGrow: 1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'plaintext',
    textAlign: 'start',
  },
});

/** The beginning of a text file, as text and nothing else. */
export function TextPreview({ file, bytes, onBroken }: PreviewProps) {
  const styles = useStyles();
  const [shown, setShown] = useState<ShownText | null>(null);
  useEffect(() => {
    let isCurrent = true;
    readText(bytes).then((text) => (isCurrent ? setShown(text) : undefined), onBroken);
    return () => void (isCurrent = false);
  }, [bytes, onBroken]);
  if (!shown) return null;
  return (
    <>
      {shown.isCut ? <NoticeBar kind="fact">{readingTexts.preview.cut}</NoticeBar> : null}
      <pre className={styles.text} tabIndex={0} aria-label={file.name}>
        {shown.text}
      </pre>
    </>
  );
}
