import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { pageTexts } from '../texts/page-texts.ts';
import { readingTexts } from '../texts/reading-texts.ts';
import { PlainPage } from './PlainPage.tsx';

const useStyles = makeStyles({
  host: { margin: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  whole: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', maxHeight: '30vh', overflowY: 'auto' },
  words: { margin: 0 },
  button: { minHeight: '44px', overflowWrap: 'anywhere' },
});

/** Shows the true host behind a link of a message before its reader goes there. The address stands behind the `#`, so no server sees it. */
export function LeavingPage() {
  const styles = useStyles();
  const target = readTarget(location.hash.slice(1));
  const words = pageTexts.leaving;
  if (!target) {
    return (
      <PlainPage heading={pageTexts.notFound.heading}>
        <p className={styles.words}>{words.broken}</p>
      </PlainPage>
    );
  }
  return (
    <PlainPage heading={words.heading}>
      <p className={styles.host}>
        <bdi>{target.host}</bdi>
      </p>
      {isDisguised(target) ? <p className={styles.words}>{readingTexts.leaving.disguised}</p> : null}
      {target.protocol === 'http:' ? <p className={styles.words}>{readingTexts.leaving.unprotected}</p> : null}
      <p className={styles.words}>{words.sentence}</p>
      <Button as="a" className={styles.button} appearance="primary" href={target.href} rel="noopener noreferrer">
        {words.go(target.host)}
      </Button>
      <p className={styles.whole}>
        {words.whole}: {target.href}
      </p>
    </PlainPage>
  );
}

/** A host in other letters than a to z is written `xn--…` here (RFC 3492), as it truly is. */
function isDisguised({ hostname }: URL): boolean {
  return hostname.split('.').some((label) => label.startsWith('xn--'));
}

/** A name before the host is there to be mistaken for it, so it goes. */
function readTarget(fragment: string): URL | null {
  try {
    const target = new URL(decodeURIComponent(fragment));
    target.username = '';
    target.password = '';
    return target.protocol === 'https:' || target.protocol === 'http:' ? target : null;
  } catch {
    return null;
  }
}
