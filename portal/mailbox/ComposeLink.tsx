import { makeStyles, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { Link } from 'wouter';
import { composeTexts } from '../texts/compose-texts.ts';
import { forcedColours, phone, wide } from '../page/screen-media.ts';

const useStyles = makeStyles({
  link: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    boxSizing: 'border-box',
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    ':active': { backgroundColor: tokens.colorBrandBackgroundPressed },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    [forcedColours]: { border: `${tokens.strokeWidthThin} solid ButtonText` },
    [wide]: { marginBottom: tokens.spacingVerticalM },
    [phone]: {
      position: 'fixed',
      zIndex: 5,
      insetInlineEnd: tokens.spacingHorizontalL,
      insetBlockEnd: tokens.spacingVerticalL,
      minHeight: '56px',
      borderRadius: '28px',
      boxShadow: tokens.shadow16,
    },
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
});

/** The way to a new message; on a phone it floats above the list. */
export function ComposeLink() {
  const styles = useStyles();
  return (
    <Link href="/portal/compose" className={styles.link}>
      <EditRegular className={styles.icon} aria-hidden />
      {composeTexts.compose}
    </Link>
  );
}
