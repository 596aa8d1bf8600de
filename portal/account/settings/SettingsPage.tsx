import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentType } from 'react';
import { HeaderWithBack } from '../../session/HeaderWithBack.tsx';
import { NotFoundPage } from '../../page/NotFoundPage.tsx';
import { PageFooter } from '../../page/PageFooter.tsx';
import { PageLink } from '../../page/PageLink.tsx';
import { usePageTitle } from '../../page/use-page-title.ts';
import type { Session } from '../../session/use-session.ts';
import { useSessionKept } from '../../session/use-session-kept.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { LanguageSection } from './LanguageSection.tsx';
import { PasskeysSection } from './PasskeysSection.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import { ReadingSection } from './ReadingSection.tsx';
import { SecondStepSection } from './SecondStepSection.tsx';
import { SessionsSection } from './SessionsSection.tsx';
import { SignatureSection } from './SignatureSection.tsx';
import { SECTION_HEADING } from './focus-section.ts';

/** What every section is given. */
export interface SectionProps {
  readonly session: Session;
}

const sections = {
  password: PasswordSection,
  'second-step': SecondStepSection,
  passkeys: PasskeysSection,
  sessions: SessionsSection,
  language: LanguageSection,
  reading: ReadingSection,
  signature: SignatureSection,
} as const satisfies Record<string, ComponentType<SectionProps>>;

const wide = '@media (min-width: 720px)';
const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', minHeight: '100dvh', backgroundColor: tokens.colorNeutralBackground2 },
  columns: {
    flexGrow: 1,
    display: 'grid',
    alignItems: 'start',
    alignContent: 'start',
    gap: tokens.spacingHorizontalXXL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    width: '100%',
    maxWidth: '960px',
    boxSizing: 'border-box',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalL,
    [wide]: { gridTemplateColumns: '220px minmax(0, 1fr)', padding: tokens.spacingHorizontalXXL },
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(120px, 1fr))',
    gap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: 0,
    listStyleType: 'none',
    [wide]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    boxSizing: 'border-box',
    height: '100%',
    minHeight: '44px',
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: `${tokens.strokeWidthThick} solid Highlight`, outlineOffset: '-2px' },
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    padding: tokens.spacingHorizontalXXL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalL },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, outlineStyle: 'none' },
});

const isSection = (name: string): name is keyof typeof sections => Object.hasOwn(sections, name);

/** Everything a reader may choose, section by section. */
export function SettingsPage({ session, section }: SectionProps & { readonly section: string }) {
  return isSection(section) ? <KnownSection session={session} section={section} /> : <NotFoundPage />;
}

function KnownSection({ session, section }: SectionProps & { readonly section: keyof typeof sections }) {
  const styles = useStyles();
  const words = settingsTexts;
  const Section = sections[section];
  useSessionKept();
  usePageTitle(words.sections[section]);
  return (
    <div className={styles.page}>
      <HeaderWithBack back={words.back} />
      <main className={styles.columns}>
        <nav aria-label={words.sectionNames}>
          <h1 className={styles.heading}>{words.heading}</h1>
          <ul className={styles.list}>
            {Object.keys(sections)
              .filter(isSection)
              .map((name) => (
                <li key={name}>
                  <PageLink
                    to={`/portal/settings/${name}`}
                    className={mergeClasses(styles.link, name === section && styles.here)}
                    isHere={name === section}
                  >
                    {words.sections[name]}
                  </PageLink>
                </li>
              ))}
          </ul>
        </nav>
        <section key={section} className={styles.card}>
          <h2 id={SECTION_HEADING} tabIndex={-1} className={styles.title}>
            {words.sections[section]}
          </h2>
          <Section session={session} />
        </section>
      </main>
      <PageFooter />
    </div>
  );
}
