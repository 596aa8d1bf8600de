import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { pageTexts } from '../texts/page-texts.ts';
import { useSettings } from './settings-context.ts';

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'center',
  },
});

/** Stands at the end of every page: how to reach the organisation, and the version. */
export function PageFooter({ className }: { readonly className?: string | undefined }) {
  const styles = useStyles();
  const { organisation, version } = useSettings();
  return (
    <footer className={mergeClasses(styles.footer, className)}>
      {organisation.contact === '' ? null : <span>{pageTexts.footer.contact(organisation.contact)}</span>}
      <span>{pageTexts.footer.poweredBy(version)}</span>
    </footer>
  );
}
