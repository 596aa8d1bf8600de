import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { actionTexts } from '../texts/actions-texts.ts';

const useStyles = makeStyles({
  links: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalM,
    insetBlockStart: tokens.spacingVerticalS,
    zIndex: 20,
  },
  link: { ':not(:focus)': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
});

interface SkipLinksProps {
  readonly isListShown: boolean;
  readonly isMessageOpen: boolean;
}

/** For the keyboard: past the header and the folders in one step; seen only while they hold the focus. */
export function SkipLinks({ isListShown, isMessageOpen }: SkipLinksProps) {
  const styles = useStyles();
  const words = actionTexts;
  return (
    <div className={styles.links}>
      {isListShown ? (
        <Button className={styles.link} onClick={() => document.getElementById('folder-name')?.focus()}>
          {words.toList}
        </Button>
      ) : null}
      {isMessageOpen ? (
        <Button className={styles.link} onClick={() => document.getElementById('message-subject')?.focus()}>
          {words.toMessage}
        </Button>
      ) : null}
    </div>
  );
}
