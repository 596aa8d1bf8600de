import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Api } from '../api.ts';
import { SentList } from './SentList.tsx';
import { lineId } from './SentLine.tsx';
import { SentMessage } from './SentMessage.tsx';
import { SentSearch } from './SentSearch.tsx';
import { useSentList } from './use-sent-list.ts';

const useStyles = makeStyles({
  panel: { height: '100%', display: 'flex', flexDirection: 'column' },
  behind: { display: 'none' },
  list: { flexGrow: 1, minHeight: 0, overflowY: 'auto', paddingBlockEnd: tokens.spacingVerticalL },
});

interface SentPanelProps {
  readonly api: Api;
  readonly isShown: boolean;
}

/** What the person at Outlook has sent: the list, and one message of it with what became of it. */
export function SentPanel({ api, isShown }: SentPanelProps) {
  const styles = useStyles();
  const [openId, setOpenId] = useState<string | null>(null);
  const list = useSentList(api, isShown && openId === null);
  const close = () => {
    const line = openId;
    setOpenId(null);
    requestAnimationFrame(() => document.getElementById(lineId(line ?? ''))?.focus());
  };
  return (
    <>
      <div className={mergeClasses(styles.panel, openId !== null && styles.behind)}>
        <SentSearch onSearch={list.search} />
        <div className={styles.list}>
          <SentList list={list} onOpen={setOpenId} />
        </div>
      </div>
      {openId === null ? null : (
        <div className={styles.panel}>
          <SentMessage key={openId} api={api} messageId={openId} isShown={isShown} onBack={close} />
        </div>
      )}
    </>
  );
}
