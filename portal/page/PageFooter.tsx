import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { pageTexts } from '../texts/page-texts.ts';
import { PageLink } from './PageLink.tsx';
import { useSettings } from './settings-context.ts';

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'center',
  },
  // 24 px are the least for a pointer (WCAG 2.2, 2.5.8); a finger gets 44.
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    fontSize: 'inherit',
    color: 'inherit',
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
});

const topics = ['genuine', 'login', 'contact', 'accessibility'] as const;

/** Stands at the end of every page: help, how to reach the organisation, and the version. */
export function PageFooter({ className }: { readonly className?: string | undefined }) {
  const styles = useStyles();
  const { organisation, version } = useSettings();
  const words = pageTexts.footer;
  return (
    <footer className={mergeClasses(styles.footer, className)}>
      {topics.map((topic) => (
        <PageLink key={topic} className={styles.link} to={`/portal/help/${topic}`}>
          {words[topic]}
        </PageLink>
      ))}
      {organisation.contact === '' ? null : <span>{words.questions(organisation.contact)}</span>}
      <span>{words.poweredBy(shortVersion(version))}</span>
    </footer>
  );
}

/** The release as people speak of it: `1.0` of `1.0.0`. */
function shortVersion(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
