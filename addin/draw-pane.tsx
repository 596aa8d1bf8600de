import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { speakFirstOf } from '../screen/choose-language.ts';
import { readPageColour } from '../screen/read-page-colour.ts';
import { onRedraw } from '../screen/redraw.ts';
import { laterApi } from './later-api.ts';
import { outlookLanguages } from './outlook/outlook-languages.ts';
import { startOutlook } from './outlook/start-outlook.ts';
import { PaneScreen } from './PaneScreen.tsx';
import { paneTexts } from './texts/pane-texts.ts';

/** Draws the pane into its page once Outlook is there, in Outlook's language, and again whenever that changes. */
export async function drawPane(): Promise<void> {
  const element = document.getElementById('root');
  if (!element) throw new Error('taskpane.html has no element #root');
  const starting = startOutlook();
  const whenInOutlook = starting.then((start) => start === 'in_outlook');
  const api = laterApi(() => import(/* webpackMode: "eager" */ './open-api.ts').then(({ openApi }) => openApi(whenInOutlook)));
  const root = createRoot(element);
  const colour = readPageColour();
  const start = await starting;
  const draw = () => {
    document.title = paneTexts.send;
    root.render(<PaneScreen colour={colour} start={start} api={api} />);
  };
  await speakFirstOf(start === 'in_outlook' ? outlookLanguages() : navigator.languages);
  // As a transition it is drawn in slices.
  startTransition(draw);
  onRedraw(draw);
}
