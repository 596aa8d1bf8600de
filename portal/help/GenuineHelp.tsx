import { PageLink } from '../page/PageLink.tsx';
import { helpTexts } from '../texts/help-texts.ts';
import { HelpFrame } from './HelpFrame.tsx';
import { useHelpStyles } from './help-styles.ts';
import { useHelpFacts } from './use-help-facts.ts';

/** How to tell a mail of ours from a forged one. */
export function GenuineHelp() {
  const styles = useHelpStyles();
  const words = helpTexts.genuine;
  return (
    <HelpFrame heading={words.heading} parts={words.parts(useHelpFacts())}>
      <PageLink className={styles.link} to="/verify">
        {words.check}
      </PageLink>
    </HelpFrame>
  );
}
