import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { AppProvider } from '../../screen/AppProvider.tsx';
import { pageSettings, readPageSettings } from '../../screen/read-page-settings.ts';
import { StartPage } from './StartPage.tsx';

const isReal = z.boolean();
const startSettings = z.extend(pageSettings, {
  real: z.object({ organisation: isReal, database: isReal, relay: isReal, organisationServer: isReal, staff: isReal }),
});
const { organisation, real } = readPageSettings(startSettings);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <AppProvider colour={organisation.colour}>
      <StartPage organisationName={organisation.name} real={real} />
    </AppProvider>,
  );
}
