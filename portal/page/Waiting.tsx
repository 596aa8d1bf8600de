import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, lazy } from 'react';
import { pageTexts } from '../texts/page-texts.ts';

/** Fetched while nothing is shown yet; the words come without it. */
const Circle = lazy(() => import('./WaitingCircle.tsx').then((module) => ({ default: module.WaitingCircle })));

const useStyles = makeStyles({
  waiting: {
    display: 'grid',
    placeItems: 'center',
    alignContent: 'center',
    gap: tokens.spacingVerticalS,
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
      <Suspense>
        <Circle />
      </Suspense>
      <span role="status">{label}</span>
    </div>
  );
}
