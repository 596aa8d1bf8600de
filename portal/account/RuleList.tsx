import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { useHiddenStyles } from '../page/hidden-styles.ts';
import { passwordTexts } from '../texts/password-texts.ts';
import type { PasswordRule } from './use-password-rules.ts';

const useStyles = makeStyles({
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  rule: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
  met: { color: tokens.colorNeutralForeground1 },
  mark: { display: 'grid', placeItems: 'center', flexShrink: 0, width: '20px', height: '20px' },
  tick: { color: tokens.colorStatusSuccessForeground1, fontSize: tokens.fontSizeBase500 },
});

/** The rules of a password, always visible; each turns to a tick as it becomes true, and says so to screen readers. */
export function RuleList({ id, rules }: { readonly id: string; readonly rules: readonly PasswordRule[] }) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  return (
    <div>
      <p className={styles.title} id={`${id}-title`}>
        {passwordTexts.create.rules}
      </p>
      <ul id={id} className={styles.list} aria-labelledby={`${id}-title`} aria-live="polite">
        {rules.map(({ label, isMet }) => (
          <li key={label} className={mergeClasses(styles.rule, isMet && styles.met)} aria-atomic>
            <span className={styles.mark} aria-hidden>
              {isMet ? <CheckmarkCircleFilled className={styles.tick} /> : '•'}
            </span>
            <span>
              {label}
              {isMet ? <span className={hidden.text}>{passwordTexts.create.isMet}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
