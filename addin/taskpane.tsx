import { createRoot } from 'react-dom/client';
import { readPageSettings } from '../screen/read-page-settings.ts';
import { createApi } from './api.ts';
import { createSignIn } from './outlook/sign-in.ts';
import { startOutlook } from './outlook/start-outlook.ts';
import { paneSettings } from './pane-settings.ts';
import { PaneScreen } from './PaneScreen.tsx';

const settings = readPageSettings(paneSettings);
const whenInOutlook = startOutlook();
const api = createApi(createSignIn(settings.staff, whenInOutlook));
const root = document.getElementById('root');

void whenInOutlook.then((isInOutlook) => {
  if (root) createRoot(root).render(<PaneScreen colour={settings.organisation.colour} isInOutlook={isInOutlook} api={api} />);
});
