import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { limits } from '../../../contract/limits.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { SaveBar } from './SaveBar.tsx';
import type { SectionProps } from './SettingsPage.tsx';
import { useSettingsForm } from './use-settings-form.ts';

/** The text under a new message. */
export function SignatureSection({ session }: SectionProps) {
  const styles = useFormStyles();
  const { state, save } = useSettingsForm(session);
  const [signature, setSignature] = useState(session.settings.signature);
  const words = settingsTexts.signature;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save({ signature });
      }}
    >
      <Field label={words.label} hint={words.explain}>
        <Textarea
          rows={5}
          resize="vertical"
          maxLength={limits.signatureCharacters}
          value={signature}
          onChange={(_event, { value }) => setSignature(value)}
        />
      </Field>
      <SaveBar state={state} />
    </form>
  );
}
