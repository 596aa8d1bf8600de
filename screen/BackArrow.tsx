import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { textDirection } from './catalogue.ts';

const useStyles = makeStyles({ mirrored: { transform: 'scaleX(-1)' } });

/** The arrow of a way back, towards where lines begin: the icon itself does not turn from right to left. */
export function BackArrow() {
  const styles = useStyles();
  return <ArrowLeftRegular className={mergeClasses(textDirection() === 'rtl' && styles.mirrored)} />;
}
