import { createRoot } from 'react-dom/client';
import { AppProvider } from '../../screen/AppProvider.tsx';
import { pageSettings, readPageSettings } from '../../screen/read-page-settings.ts';
import { StartPage } from './StartPage.tsx';

const { organisation } = readPageSettings(pageSettings);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <AppProvider colour={organisation.colour}>
      <StartPage organisationName={organisation.name} />
    </AppProvider>,
  );
}
