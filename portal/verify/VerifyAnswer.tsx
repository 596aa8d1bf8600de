import { formatDay } from '../../screen/format.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { useSettings } from '../page/settings-context.ts';
import { verifyTexts } from '../texts/verify-texts.ts';
import type { Genuine } from './use-verify.ts';
import { useVerifyStyles } from './verify-styles.ts';

/** Says whether a code is ours, and what to do next; read out when there is time. */
export function VerifyAnswer({ genuine }: { readonly genuine: Genuine }) {
  const styles = useVerifyStyles();
  const { organisation } = useSettings();
  if (genuine) {
    return (
      <NoticeBar kind="done">
        <p className={styles.answer}>{verifyTexts.genuine(genuine.sender, formatDay(genuine.sentAt))}</p>
        <p className={styles.words}>{verifyTexts.genuineNext}</p>
      </NoticeBar>
    );
  }
  return (
    <NoticeBar kind="fact">
      <p className={styles.answer}>{verifyTexts.unknown}</p>
      <p className={styles.words}>{verifyTexts.unknownNext}</p>
      <ul className={styles.steps}>
        {verifyTexts.unknownSteps(organisation.origin).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </NoticeBar>
  );
}
