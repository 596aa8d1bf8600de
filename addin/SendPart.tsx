import { type ComponentProps, type ComponentType, startTransition, useEffect, useState } from 'react';
import { inOwnTasks } from '../screen/in-own-tasks.ts';
import { lazyPage } from '../screen/lazy-page.ts';
import type { SendPanel } from './send/SendPanel.tsx';
import { paneTexts } from './texts/pane-texts.ts';
import { usePageStyles } from './use-page-styles.ts';

/** Texts that could not be fetched are asked for again. */
const AGAIN_MS = 3000;

type SendPanelProps = ComponentProps<typeof SendPanel>;

/** The Send tab: in the page's own script, but run once the tabs stand and can be clicked. */
export function SendPart(props: SendPanelProps) {
  const page = usePageStyles();
  const [Panel, setPanel] = useState<ComponentType<SendPanelProps> | null>(null);
  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = () => {
      lazyPage(runSendPanel()).then(
        ({ default: loaded }) => isWanted && startTransition(() => setPanel(() => loaded)),
        () => {
          if (isWanted) timer = setTimeout(run, AGAIN_MS);
        },
      );
    };
    run();
    return () => {
      isWanted = false;
      clearTimeout(timer);
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
