import { Link } from '@fluentui/react-components';
import { useSettings } from '../page/settings-context.ts';
import { helpTexts } from '../texts/help-texts.ts';
import { HelpFrame } from './HelpFrame.tsx';
import { useHelpStyles } from './help-styles.ts';

const SECURITY_TXT = '/.well-known/security.txt';

/** How to reach the organisation: about help, about a message, about a weakness. */
export function ContactHelp() {
  const styles = useHelpStyles();
  const { name, contact, postmaster } = useSettings().organisation;
  const words = helpTexts.contact;
  return (
    <HelpFrame heading={words.heading} parts={[]} lead={<p className={styles.words}>{words.sentence(name)}</p>}>
      <section className={styles.part}>
        <h2 className={styles.title}>{words.reach}</h2>
        <p className={styles.words}>{contact === '' ? words.none : contact}</p>
      </section>
      <section className={styles.part}>
        <h2 className={styles.title}>{words.message}</h2>
        <p className={styles.words}>{words.messageSentence}</p>
      </section>
      <section className={styles.part}>
        <h2 className={styles.title}>{words.postmaster}</h2>
        <p className={styles.strong}>{postmaster}</p>
        <p className={styles.words}>{words.postmasterSentence}</p>
      </section>
      <section className={styles.part}>
        <h2 className={styles.title}>{words.security}</h2>
        <p className={styles.words}>
          {words.securitySentence}{' '}
          <Link href={SECURITY_TXT} inline>
            security.txt
          </Link>
        </p>
      </section>
    </HelpFrame>
  );
}
