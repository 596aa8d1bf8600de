import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { pageTexts } from '../texts/page-texts.ts';

const useStyles = makeStyles({
  waiting: {
    display: 'grid',
    placeItems: 'center',
    minHeight: '160px',
    padding: tokens.spacingVerticalXXL,
    opacity: 0,
    animationName: { to: { opacity: 1 } },
    animationDuration: tokens.durationFaster,
    animationDelay: '300ms',
    animationFillMode: 'forwards',
  },
});

/** Says that something is on its way; shown only once it takes longer than 0.3 seconds. */
export function Waiting({ label = pageTexts.waiting }: { readonly label?: string }) {
  const styles = useStyles();
  return (
    <div className={styles.waiting}>
      <Spinner size="small" label={label} labelPosition="below" />
    </div>
  );
}
