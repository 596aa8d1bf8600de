import type { ReactNode } from 'react';
import { PageLink } from '../page/PageLink.tsx';
import { PlainPage } from '../page/PlainPage.tsx';
import { useSession } from '../session/use-session.ts';
import type { HelpPart } from '../texts/help.en.ts';
import { helpTexts } from '../texts/help-texts.ts';
import { useHelpStyles } from './help-styles.ts';

interface HelpFrameProps {
  readonly heading: string;
  readonly parts: readonly HelpPart[];
  /** Stands before the parts. */
  readonly lead?: ReactNode;
  /** Stands after them. */
  readonly children?: ReactNode;
}

/** A page of help: its parts, each under a heading, and the way back to where its reader came from. */
export function HelpFrame({ heading, parts, lead, children }: HelpFrameProps) {
  const styles = useHelpStyles();
  const { state } = useSession();
  const isSignedIn = state.kind === 'signedIn';
  return (
    <PlainPage heading={heading} isText>
      {lead}
      {parts.map((part) => (
        <section key={part.title} className={styles.part}>
          <h2 className={styles.title}>{part.title}</h2>
          {part.sentences.map((sentence) => (
            <p key={sentence} className={styles.words}>
              {sentence}
            </p>
          ))}
          {part.steps ? (
            <ul className={styles.steps}>
              {part.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
      {children}
      <PageLink className={styles.link} to={isSignedIn ? '/portal/inbox' : '/portal/sign-in'}>
        {isSignedIn ? helpTexts.toMessages : helpTexts.toSignIn}
      </PageLink>
    </PlainPage>
  );
}
