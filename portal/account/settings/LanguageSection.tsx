import { useState } from 'react';
import { formatMoment } from '../../../screen/format.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { Choice } from './Choice.tsx';
import { SaveBar } from './SaveBar.tsx';
import type { SectionProps } from './SettingsPage.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const orders = ['dmy', 'mdy', 'ymd'] as const;
const cycles = ['h23', 'h12'] as const;
const spoken = ['en', 'de'] as const;

/** Language, dates, times and time zone. */
export function LanguageSection({ session }: SectionProps) {
  const styles = useFormStyles();
  const { state, save } = useSettingsForm(session);
  const [{ language, dateFormat, hourCycle, timeZone }, setChosen] = useState(session.settings);
  const [now] = useState(() => new Date().toISOString());
  const words = settingsTexts.language;
  const choose = (change: Partial<typeof session.settings>) => setChosen((known) => ({ ...known, ...change }));
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save({ language, dateFormat, hourCycle, timeZone });
      }}
    >
      <Choice
        label={words.language}
        value={language ?? ''}
        onChange={(value) => choose({ language: value || null })}
        options={[['', words.asBrowser], ...spoken.map((known) => [known, words.names[known]] as const)]}
      />
      <Choice
        label={words.dateFormat}
        value={dateFormat ?? ''}
        onChange={(value) => choose({ dateFormat: value || null })}
        options={[['', words.asLanguage], ...orders.map((known) => [known, words.orders[known]] as const)]}
      />
      <Choice
        label={words.hourCycle}
        value={hourCycle ?? ''}
        onChange={(value) => choose({ hourCycle: value || null })}
        options={[['', words.asLanguage], ...cycles.map((known) => [known, words.hours[known]] as const)]}
      />
      <Choice
        label={words.timeZone}
        value={timeZone ?? ''}
        onChange={(value) => choose({ timeZone: value || null })}
        options={[['', words.asBrowser], ...zonesWith(timeZone).map((zone) => [zone, zone.replaceAll('_', ' ')] as const)]}
      />
      <p className={styles.quiet}>{words.example(formatMoment(now))}</p>
      <SaveBar state={state} />
    </form>
  );
}

/** The zones this browser knows, and the one that was chosen elsewhere. */
function zonesWith(chosen: string | null): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return chosen === null || known.includes(chosen) ? known : [chosen, ...known];
}
