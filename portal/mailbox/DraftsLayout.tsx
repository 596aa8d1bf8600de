import { makeStyles } from '@fluentui/react-components';
import { type ComponentType, Suspense } from 'react';
import type { MailboxEntry } from '../../contract/mailbox.ts';
import { Waiting } from '../page/Waiting.tsx';
import { fixedHeight, wide } from '../page/screen-media.ts';
import type { Session } from '../session/use-session.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { MailboxFrame } from './MailboxFrame.tsx';
import { useFolderTitle } from './use-folder-title.ts';
import { useMailboxState } from './use-mailbox-state.ts';

const nothing: readonly MailboxEntry[] = [];

const useStyles = makeStyles({
  drafts: {
    gridColumn: '1 / -1',
    minWidth: 0,
    minHeight: 0,
    [fixedHeight]: { overflowY: 'auto' },
    [wide]: { gridColumn: '2 / -1' },
  },
});

/** The list of drafts; the mailbox shows it beside its folders. */
export type DraftListType = ComponentType<{ readonly accountId: string }>;

interface DraftsLayoutProps {
  readonly session: Session;
  readonly DraftList: DraftListType;
}

/** The folder *Drafts*, which holds no messages yet. */
export function DraftsLayout({ session, DraftList }: DraftsLayoutProps) {
  const styles = useStyles();
  const state = useMailboxState('inbox', 'drafts', null, nothing);
  useFolderTitle(composeTexts.drafts.title);
  return (
    <MailboxFrame {...state} session={session} folder="drafts" searchId={null} criteria={null}>
      <div className={styles.drafts}>
        <Suspense fallback={<Waiting />}>
          <DraftList accountId={session.accountId} />
        </Suspense>
      </div>
    </MailboxFrame>
  );
}
