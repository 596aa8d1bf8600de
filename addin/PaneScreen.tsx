import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, Suspense, lazy, useState } from 'react';
import { AppProvider } from '../screen/AppProvider.tsx';
import type { Api } from './api.ts';
import { OpenInOutlook } from './OpenInOutlook.tsx';
import type { OutlookStart } from './outlook/start-outlook.ts';
import { useOfficeTheme } from './outlook/use-office-theme.ts';
import { PaneTabs, type PaneTab, tabIds } from './PaneTabs.tsx';
import { SendPart } from './SendPart.tsx';
import { paneTexts } from './texts/pane-texts.ts';

/** In the page's own script, but not needed before somebody looks. */
const SentPart = lazy(() => import(/* webpackMode: "eager" */ './SentPart.tsx').then((module) => ({ default: module.SentPart })));

/** Not needed where all is well, but it could not be fetched where it is. */
const CutOff = lazy(() => import(/* webpackMode: "eager" */ './CutOff.tsx').then((module) => ({ default: module.CutOff })));

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100dvh',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  title: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  panel: { flexGrow: 1, minHeight: 0, '&[hidden]': { display: 'none' } },
});

interface PaneScreenProps {
  /** The organisation's colour as `#rrggbb`. */
  readonly colour: string;
  readonly start: OutlookStart;
  readonly api: Api;
}

/** The whole pane, in Outlook's own light or dark. */
export function PaneScreen({ colour, start, api }: PaneScreenProps) {
  const theme = useOfficeTheme(start === 'in_outlook');
  return (
    <AppProvider colour={colour} theme={theme} textSize="compact">
      {start === 'in_outlook' ? <Pane api={api} /> : null}
      {start === 'outside' ? <OpenInOutlook /> : null}
      <Suspense>{start === 'cut_off' ? <CutOff /> : null}</Suspense>
    </AppProvider>
  );
}

/** Both tabs keep their state while the other one is shown: an upload goes on, an open message stays open. */
function Pane({ api }: { readonly api: Api }) {
  const styles = useStyles();
  const [tab, setTab] = useState<PaneTab>('send');
  const [isSentWanted, setIsSentWanted] = useState(false);
  const choose = (chosen: PaneTab) => {
    setTab(chosen);
    if (chosen === 'sent') setIsSentWanted(true);
  };
  return (
    <main className={styles.pane}>
      <h1 className={styles.title}>{paneTexts.title}</h1>
      <PaneTabs chosen={tab} onChoose={choose} />
      <Panel of="send" isShown={tab === 'send'}>
        {/* What became of a send is not to be missed behind the other tab. */}
        <SendPart api={api} isShown={tab === 'send'} onSettled={() => choose('send')} />
      </Panel>
      <Panel of="sent" isShown={tab === 'sent'}>
        <Suspense>{isSentWanted ? <SentPart api={api} isShown={tab === 'sent'} /> : null}</Suspense>
      </Panel>
    </main>
  );
}

function Panel({ of, isShown, children }: { readonly of: PaneTab; readonly isShown: boolean; readonly children: ReactNode }) {
  const styles = useStyles();
  const { tab, panel } = tabIds(of);
  return (
    <div role="tabpanel" id={panel} aria-labelledby={tab} hidden={!isShown} className={styles.panel}>
      {children}
    </div>
  );
}
