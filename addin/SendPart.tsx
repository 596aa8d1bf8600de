import { type ComponentProps, type ComponentType, startTransition, useEffect, useState } from 'react';
import { inOwnTasks } from '../screen/in-own-tasks.ts';
import { lazyPage } from '../screen/lazy-page.ts';
import type { SendPanel } from './send/SendPanel.tsx';
import { paneTexts } from './texts/pane-texts.ts';
import { usePageStyles } from './use-page-styles.ts';

type SendPanelProps = ComponentProps<typeof SendPanel>;

/** The Send tab: in the page's own script, but run once the tabs stand and can be clicked. */
export function SendPart(props: SendPanelProps) {
  const page = usePageStyles();
  const [Panel, setPanel] = useState<ComponentType<SendPanelProps> | null>(null);
  useEffect(() => {
    let isWanted = true;
    void lazyPage(runSendPanel()).then(({ default: loaded }) => {
      if (isWanted) startTransition(() => setPanel(() => loaded));
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return Panel ? <Panel {...props} /> : <div className={page.content}>{paneTexts.reading}</div>;
}

function runSendPanel() {
  return inOwnTasks(
    () => import(/* webpackMode: "eager" */ '../contract/call.ts'),
    () => import(/* webpackMode: "eager" */ './send/DraftReview.tsx'),
    () => import(/* webpackMode: "eager" */ './send/SendPanel.tsx').then((module) => module.SendPanel),
  );
}
