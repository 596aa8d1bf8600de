import { Button, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { type ProfileName, outlookProfiles } from './outlook-profile.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  person: { flexGrow: 1, color: tokens.colorNeutralForeground2 },
  profile: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface TitleBarProps {
  readonly profileName: ProfileName;
  readonly onProfile: (name: ProfileName) => void;
  readonly onNewDraft: () => void;
  readonly onExample: () => void;
}

/** Says that this is not Outlook, and lets people choose which Outlook it plays. */
export function TitleBar({ profileName, onProfile, onNewDraft, onExample }: TitleBarProps) {
  const styles = useStyles();
  const profileId = useId();
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>Outlook simulator</h1>
      <span className={styles.person}>Alex Morgan, Harbour Clinic</span>
      <span className={styles.profile}>
        <label htmlFor={profileId}>Outlook profile</label>
        <Select id={profileId} value={profileName} onChange={(_event, { value }) => onProfile(value as ProfileName)}>
          {Object.entries(outlookProfiles).map(([name, { label }]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
      </span>
      <Button onClick={onExample}>Fill in an example</Button>
      <Button onClick={onNewDraft}>New draft</Button>
    </header>
  );
}
