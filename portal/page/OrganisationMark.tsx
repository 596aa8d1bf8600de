import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useSettings } from './settings-context.ts';

const useStyles = makeStyles({
  mark: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  logo: { height: '32px', maxWidth: '160px', objectFit: 'contain' },
  initial: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

/** The organisation as people recognise it: its logo, or else its first letter on its colour, and its name. */
export function OrganisationMark({ className }: { readonly className?: string | undefined }) {
  const styles = useStyles();
  const { name, logo } = useSettings().organisation;
  return (
    <span className={mergeClasses(styles.mark, className)}>
      {logo ? (
        <img className={styles.logo} src={logo} alt="" />
      ) : (
        <span className={styles.initial} aria-hidden>
          {name.slice(0, 1)}
        </span>
      )}
      <span className={styles.name}>{name}</span>
    </span>
  );
}
