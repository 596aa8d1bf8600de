import { createRoot } from 'react-dom/client';
import { AppProvider } from '../../screen/AppProvider.tsx';
import { openDraftStore } from './draft-store.ts';
import { SimulatorPage } from './SimulatorPage.tsx';

/** The colour of Outlook, not of the organisation: this window stands for somebody else's program. */
const OUTLOOK_BLUE = '#0f6cbd';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <AppProvider colour={OUTLOOK_BLUE} textSize="compact">
      <SimulatorPage store={openDraftStore(sessionStorage)} />
    </AppProvider>,
  );
}
