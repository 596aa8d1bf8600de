import { PageLink } from '../page/PageLink.tsx';
import { helpTexts } from '../texts/help-texts.ts';
import { HelpFrame } from './HelpFrame.tsx';
import { useHelpStyles } from './help-styles.ts';
import { useHelpFacts } from './use-help-facts.ts';

/** What to do when somebody does not get in. */
export function LoginHelp() {
  const styles = useHelpStyles();
  const words = helpTexts.login;
  return (
    <HelpFrame heading={words.heading} parts={words.parts(useHelpFacts())}>
      <PageLink className={styles.link} to="/portal/forgot">
        {words.forgot}
      </PageLink>
    </HelpFrame>
  );
}
