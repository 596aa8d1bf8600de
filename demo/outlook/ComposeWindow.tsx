import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AttachRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { type DragEvent, useId, useRef } from 'react';
import { attachFiles } from './attach-files.ts';
import { AttachmentStrip } from './AttachmentStrip.tsx';
import type { DraftStore } from './draft-store.ts';
import { MessageBody } from './MessageBody.tsx';
import type { OutlookProfile } from './outlook-profile.ts';
import { RecipientField } from './RecipientField.tsx';
import type { SimulatedDraft } from './simulated-draft.ts';
import { useLineStyles } from './use-line-styles.ts';

const useStyles = makeStyles({
  window: {
    flexGrow: 1,
    minHeight: '420px',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
    overflow: 'hidden',
  },
  ribbon: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  file: { display: 'none' },
});

interface ComposeWindowProps {
  readonly store: DraftStore;
  readonly draft: SimulatedDraft;
  readonly profile: OutlookProfile;
  readonly onSendSecure: () => void;
}

/** Ribbon, recipients, subject, files and text of a mail being written. */
export function ComposeWindow({ store, draft, profile, onSendSecure }: ComposeWindowProps) {
  const styles = useStyles();
  const attachDropped = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void attachFiles(store, [...event.dataTransfer.files], profile.attaches);
  };
  return (
    <section
      className={styles.window}
      aria-label="New message"
      onDragOver={(event) => event.preventDefault()}
      onDrop={attachDropped}
    >
      <div className={styles.ribbon}>
        <Button appearance="primary" icon={<ShieldCheckmarkRegular />} onClick={onSendSecure}>
          Send Secure
        </Button>
        <AttachButton onFiles={(files) => void attachFiles(store, files, profile.attaches)} />
      </div>
      <RecipientField label="To" field="to" store={store} draft={draft} profile={profile} />
      <RecipientField label="Cc" field="cc" store={store} draft={draft} profile={profile} />
      <RecipientField label="Bcc" field="bcc" store={store} draft={draft} profile={profile} />
      <SubjectLine subject={draft.subject} onSubject={(subject) => store.change((now) => ({ ...now, subject }))} />
      <AttachmentStrip attachments={draft.attachments} store={store} />
      <MessageBody store={store} />
    </section>
  );
}

function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={<AttachRegular />} onClick={() => input.current?.click()}>
        Attach
      </Button>
      <input
        ref={input}
        className={styles.file}
        type="file"
        multiple
        aria-label="Attach file"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </>
  );
}

function SubjectLine({ subject, onSubject }: { subject: string; onSubject: (subject: string) => void }) {
  const lines = useLineStyles();
  const id = useId();
  return (
    <div className={lines.line}>
      <label className={lines.label} htmlFor={id}>
        Subject
      </label>
      <input id={id} className={lines.input} value={subject} onChange={({ target }) => onSubject(target.value)} />
    </div>
  );
}
