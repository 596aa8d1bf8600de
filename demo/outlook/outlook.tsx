import { createRoot } from 'react-dom/client';
import { AppProvider } from '../../screen/AppProvider.tsx';
import { answerMail } from './answer-mail.ts';
import { openDraftStore } from './draft-store.ts';
import { SimulatorPage } from './SimulatorPage.tsx';

/** The colour of Outlook, not of the organisation: this window stands for somebody else's program. */
const OUTLOOK_BLUE = '#0f6cbd';

const root = document.getElementById('root');
const answered = new URLSearchParams(location.search).get('answer');
const store = openDraftStore(sessionStorage);
if (answered !== null) {
  // Once: a reload of the page goes on with the answer that was begun.
  history.replaceState(null, '', location.pathname);
  await answerMail(store, answered);
}
if (root) {
  createRoot(root).render(
    <AppProvider colour={OUTLOOK_BLUE} textSize="compact">
      <SimulatorPage store={store} />
    </AppProvider>,
  );
}
