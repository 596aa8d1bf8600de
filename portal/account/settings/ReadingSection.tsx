import { useState } from 'react';
import { pageSizes } from '../../../contract/settings.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { Choice } from './Choice.tsx';
import { SaveBar } from './SaveBar.tsx';
import type { SectionProps } from './SettingsPage.tsx';
import { useSettingsForm } from './use-settings-form.ts';

/** How the mailbox is read. */
export function ReadingSection({ session }: SectionProps) {
  const styles = useFormStyles();
  const { state, save } = useSettingsForm(session);
  const [messagesPerPage, setPerPage] = useState(session.settings.messagesPerPage);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save({ messagesPerPage });
      }}
    >
      <Choice
        label={settingsTexts.reading.perPage}
        value={String(messagesPerPage)}
        onChange={(value) => setPerPage(pageSizes.find((size) => String(size) === value) ?? messagesPerPage)}
        options={pageSizes.map((size) => [String(size), String(size)] as const)}
      />
      <p className={styles.quiet}>{settingsTexts.reading.pictures}</p>
      <SaveBar state={state} />
    </form>
  );
}
