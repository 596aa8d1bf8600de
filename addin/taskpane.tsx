import { createRoot } from 'react-dom/client';
import { speakFirstOf } from '../screen/choose-language.ts';
import { readPageSettings } from '../screen/read-page-settings.ts';
import { onRedraw } from '../screen/redraw.ts';
import { createApi } from './api.ts';
import { outlookLanguages } from './outlook/outlook-languages.ts';
import { createSignIn } from './outlook/sign-in.ts';
import { startOutlook } from './outlook/start-outlook.ts';
import { paneSettings } from './pane-settings.ts';
import { PaneScreen } from './PaneScreen.tsx';
import { paneTexts } from './texts/pane-texts.ts';

const settings = readPageSettings(paneSettings);
const whenInOutlook = startOutlook();
const api = createApi(createSignIn(settings.staff, whenInOutlook));
const element = document.getElementById('root');
if (!element) throw new Error('taskpane.html has no element #root');
const root = createRoot(element);

void whenInOutlook.then(async (isInOutlook) => {
  const draw = () => {
    document.title = paneTexts.send;
    root.render(<PaneScreen colour={settings.organisation.colour} isInOutlook={isInOutlook} api={api} />);
  };
  await speakFirstOf(isInOutlook ? outlookLanguages() : navigator.languages);
  draw();
  onRedraw(draw);
});
