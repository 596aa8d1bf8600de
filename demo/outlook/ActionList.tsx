import { makeStyles, tokens } from '@fluentui/react-components';
import type { OfficeAction } from './simulated-draft.ts';

const useStyles = makeStyles({
  box: {
    flexShrink: 0,
    maxHeight: '120px',
    overflowY: 'auto',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  none: { margin: 0 },
});

/** More than these nobody reads. */
const LATEST = 40;

/** What the task pane asked of Outlook, the latest last. */
export function ActionList({ actions }: { readonly actions: readonly OfficeAction[] }) {
  const styles = useStyles();
  return (
    <section className={styles.box} aria-label="What Outlook was asked to do" tabIndex={0}>
      <h2 className={styles.heading}>What Outlook was asked to do</h2>
      {actions.length === 0 ? <p className={styles.none}>Nothing yet. Choose Send Secure.</p> : null}
      <ol className={styles.list}>
        {actions.slice(-LATEST).map(({ id, what, times }) => (
          <li key={id}>
            {what}
            {times > 1 ? ` (${times} times)` : ''}
          </li>
        ))}
      </ol>
    </section>
  );
}
