import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { ActionList } from './ActionList.tsx';
import { beginEmptyDraft } from './begin-draft.ts';
import { ClosedWindow } from './ClosedWindow.tsx';
import { ComposeWindow } from './ComposeWindow.tsx';
import type { DraftStore } from './draft-store.ts';
import { fillInExample } from './example-draft.ts';
import { type ProfileName, outlookProfiles } from './outlook-profile.ts';
import { PaneFrame } from './PaneFrame.tsx';
import { profileInAddress } from './profile-in-address.ts';
import { TitleBar } from './TitleBar.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100dvh', backgroundColor: tokens.colorNeutralBackground4 },
  desk: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    '@media (max-width: 800px)': { flexDirection: 'column', overflowY: 'auto' },
  },
  left: { flexGrow: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** A window as Outlook shows it for a new mail, with the task pane beside it. */
export function SimulatorPage({ store }: { readonly store: DraftStore }) {
  const styles = useStyles();
  const draft = useSyncExternalStore(store.subscribe, store.read);
  const [profileName, setProfileName] = useProfile();
  const [isPaneOpen, setPaneOpen] = useState(false);
  const begin = async () => {
    setPaneOpen(false);
    await beginEmptyDraft(store);
  };
  const profile = outlookProfiles[profileName];
  return (
    <div className={styles.page}>
      <TitleBar
        profileName={profileName}
        onProfile={setProfileName}
        onNewDraft={() => void begin()}
        onExample={() => void begin().then(() => fillInExample(store, profile))}
      />
      <div className={styles.desk}>
        <div className={styles.left}>
          {draft.state === 'open' ? (
            <ComposeWindow key={draft.id} store={store} draft={draft} profile={profile} onSendSecure={() => setPaneOpen(true)} />
          ) : (
            <ClosedWindow isDiscarded={draft.state === 'discarded'} onNewDraft={() => void begin()} />
          )}
          <ActionList actions={draft.actions} />
        </div>
        {isPaneOpen && draft.state === 'open' ? (
          <PaneFrame key={profileName} store={store} profile={profile} onClose={() => setPaneOpen(false)} />
        ) : null}
      </div>
    </div>
  );
}

/** The profile stands in the address bar, so that a reload and a bookmark keep it. */
function useProfile(): [ProfileName, (name: ProfileName) => void] {
  const [name, setName] = useState(profileInAddress);
  const choose = (chosen: ProfileName) => {
    history.replaceState(null, '', `?profile=${chosen}`);
    setName(chosen);
  };
  return [name, choose];
}
