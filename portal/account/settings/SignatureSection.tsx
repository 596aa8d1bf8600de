import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { limits } from '../../../contract/limits.ts';
import { dropFromTab, keepInTab, readFromTab } from '../../session/kept-in-tab.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { SaveBar } from './SaveBar.tsx';
import type { SectionProps } from './SettingsPage.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const KEPT_AS = 'signature';
const keptText = z.catch(z.nullable(z.string()), null);

/** The text under a new message. What is typed is kept in the tab until it is saved: a session that runs out must not take it along. */
export function SignatureSection({ session }: SectionProps) {
  const styles = useFormStyles();
  const { state, save } = useSettingsForm(session);
  const { accountId, settings } = session;
  const [signature, setSignature] = useState(() => keptText.parse(readFromTab(accountId, KEPT_AS)) ?? settings.signature);
  const words = settingsTexts.signature;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save({ signature }).then((isSaved) => isSaved && dropFromTab(accountId, KEPT_AS));
      }}
    >
      <Field label={words.label} hint={words.explain}>
        <Textarea
          rows={5}
          resize="vertical"
          maxLength={limits.signatureCharacters}
          value={signature}
          onChange={(_event, { value }) => {
            setSignature(value);
            keepInTab(accountId, KEPT_AS, value);
          }}
        />
      </Field>
      <SaveBar state={state} />
    </form>
  );
}
