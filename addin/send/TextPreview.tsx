import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { paneTexts } from '../texts/pane-texts.ts';
import { usePlainButtonStyles } from './use-plain-button-styles.ts';

const SHORT_CHARACTERS = 140;

const useStyles = makeStyles({
  text: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: tokens.strokeWidthThick,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  whole: { whiteSpace: 'pre-line' },
});

/** The words that go out, the beginning at first. */
export function TextPreview({ text }: { readonly text: string }) {
  const styles = useStyles();
  const plain = usePlainButtonStyles();
  const textId = useId();
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > SHORT_CHARACTERS || text.split('\n').length > 3;
  const beginning = text.slice(0, SHORT_CHARACTERS).replace(/\s+/g, ' ');
  return (
    <>
      <p id={textId} className={mergeClasses(styles.text, isWhole && styles.whole)}>
        {isWhole || !isLong ? text || paneTexts.draft.noText : `${beginning}…`}
      </p>
      {isLong ? (
        <button
          type="button"
          className={plain.button}
          aria-expanded={isWhole}
          aria-controls={textId}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? paneTexts.draft.showLess : paneTexts.draft.showAll}
        </button>
      ) : null}
    </>
  );
}
