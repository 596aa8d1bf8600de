import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { searchTexts } from '../../texts/search-texts.ts';
import type { Found } from './use-found.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    textAlign: 'center',
  },
  icon: { fontSize: '40px', color: tokens.colorNeutralForeground3 },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  sentence: { margin: 0, color: tokens.colorNeutralForeground2 },
  button: { minHeight: '44px', marginTop: tokens.spacingVerticalS },
});

interface NothingFoundProps {
  readonly found: Found;
  /** Searches what is older than twelve months, too. */
  readonly onOlder: () => void;
}

/** A search without a result: why that may be, and what to try next. */
export function NothingFound({ found: { criteria, last, hasNextPage }, onOlder }: NothingFoundProps) {
  const styles = useStyles();
  const { none, unknown } = searchTexts;
  if (hasNextPage) return null;
  if (!criteria)
    return (
      <div className={styles.page}>
        <Sentences title={unknown.title} sentences={[unknown.sentence]} />
      </div>
    );
  const isWholeMailbox = criteria.isOlderIncluded === true || criteria.sentAfter !== undefined || last?.hasOlder !== true;
  return (
    <div role="status" className={styles.page}>
      <SearchRegular className={styles.icon} aria-hidden />
      <Sentences title={none.title} sentences={[isWholeMailbox ? none.atAll : none.inYear, none.hint]} />
      {isWholeMailbox ? null : (
        <Button className={styles.button} appearance="primary" onClick={onOlder}>
          {searchTexts.older}
        </Button>
      )}
    </div>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.title}>{title}</p>
      {sentences.map((sentence) => (
        <p key={sentence} className={styles.sentence}>
          {sentence}
        </p>
      ))}
    </>
  );
}
