import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { formatMoment } from '../../screen/format.ts';
import type { OpenedMessage } from '../../contract/mailbox.ts';
import { composeTexts } from '../texts/compose-texts.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: tokens.strokeWidthThickest,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    color: tokens.colorNeutralForeground2,
  },
  details: { flexGrow: 1, minWidth: 0, flexBasis: '200px' },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalM} 0`, overflowWrap: 'anywhere' },
  below: { flexGrow: 1, margin: 0, padding: `${tokens.spacingVerticalM} 0`, flexBasis: '200px' },
  text: { margin: 0, maxHeight: '240px', overflowY: 'auto', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  button: { minHeight: '44px' },
});

interface QuotedOriginalProps {
  /** null where it is not at hand. */
  readonly message: Pick<OpenedMessage, 'sender' | 'sentAt' | 'html'> | null;
  readonly hasQuote: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (hasQuote: boolean) => void;
}

/** The answered message below the answer: closed, with a way to leave it out. The server adds it when the answer is sent. */
export function QuotedOriginal({ message, hasQuote, isDisabled, onChange }: QuotedOriginalProps) {
  const styles = useStyles();
  const words = composeTexts.quote;
  const toggle = (
    <Button className={styles.button} appearance="subtle" disabled={isDisabled} onClick={() => onChange(!hasQuote)}>
      {hasQuote ? words.remove : words.add}
    </Button>
  );
  if (!hasQuote) return <div>{toggle}</div>;
  if (!message)
    return (
      <div className={styles.box}>
        <p className={styles.below}>{words.below}</p>
        {toggle}
      </div>
    );
  const name = message.sender.name === '' ? message.sender.address : message.sender.name;
  return (
    <div className={styles.box}>
      <details className={styles.details}>
        <summary className={styles.summary}>{words.summary(name, formatMoment(message.sentAt))}</summary>
        <p className={styles.text}>{wordsOf(message.html)}</p>
      </details>
      {toggle}
    </div>
  );
}

/** The words of a message, for a look; styles are cut out first, since this page's policy would report each. */
function wordsOf(html: string): string {
  const plain = html
    .replace(/<[^<>]*>/g, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='))
    .replace(/<\/(?:p|div|tr|li|h[1-6])>|<br[^<>]*>/gi, '$&\n');
  const page = new DOMParser().parseFromString(plain, 'text/html');
  for (const element of page.querySelectorAll('style, script, title')) element.remove();
  return page.body.textContent
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n[\n ]+/g, '\n')
    .trim();
}
