import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { en as texts } from '../texts/en.ts';

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
export function Waiting({ label = texts.waiting }: { readonly label?: string }) {
  const styles = useStyles();
  return (
    <div className={styles.waiting}>
      <Spinner size="small" label={label} labelPosition="below" />
    </div>
  );
}
