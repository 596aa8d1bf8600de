import { Button } from '@fluentui/react-components';
import { ErrorBar } from '../../../screen/ErrorBar.tsx';
import { NoticeBar } from '../../page/NoticeBar.tsx';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import type { SavingState } from './use-settings-form.ts';

/** *Save*, and what became of it. */
export function SaveBar({ state }: { readonly state: SavingState }) {
  const styles = useFormStyles();
  return (
    <>
      {state.kind === 'failed' ? <ErrorBar failure={state.failure} /> : null}
      {state.kind === 'saved' ? <NoticeBar kind="done">{settingsTexts.saved}</NoticeBar> : null}
      <div className={styles.actions}>
        <Button className={styles.button} type="submit" appearance="primary" disabledFocusable={state.kind === 'saving'}>
          {state.kind === 'saving' ? settingsTexts.saving : settingsTexts.save}
        </Button>
      </div>
    </>
  );
}
