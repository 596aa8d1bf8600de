import { createRoot } from 'react-dom/client';
import { AppProvider } from '../../screen/AppProvider.tsx';
import { beginDraft } from './begin-draft.ts';
import { openDraftStore } from './draft-store.ts';
import { SimulatorPage } from './SimulatorPage.tsx';

/** The colour of Outlook, not of the organisation: this window stands for somebody else's program. */
const OUTLOOK_BLUE = '#0f6cbd';

const root = document.getElementById('root');
const store = openDraftStore(sessionStorage);
// Where the browser keeps no files the window opens all the same.
await beginDraft(store).catch(() => undefined);
if (root) {
  createRoot(root).render(
    <AppProvider colour={OUTLOOK_BLUE} textSize="compact">
      <SimulatorPage store={store} />
    </AppProvider>,
  );
}
