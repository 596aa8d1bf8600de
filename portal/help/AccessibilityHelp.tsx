import { useSettings } from '../page/settings-context.ts';
import { helpTexts } from '../texts/help-texts.ts';
import { HelpFrame } from './HelpFrame.tsx';
import { useHelpStyles } from './help-styles.ts';

/** What was done and tested so that everybody can use the portal, what is not met, and how to tell us. */
export function AccessibilityHelp() {
  const styles = useHelpStyles();
  const { name, contact } = useSettings().organisation;
  const words = helpTexts.accessibility;
  return (
    <HelpFrame heading={words.heading} lead={<p className={styles.words}>{words.sentence(name)}</p>} parts={words.parts()}>
      <section className={styles.part}>
        <h2 className={styles.title}>{words.report}</h2>
        <p className={styles.words}>{words.reportSentence}</p>
        <p className={styles.strong}>{contact === '' ? helpTexts.contact.none : contact}</p>
      </section>
    </HelpFrame>
  );
}
