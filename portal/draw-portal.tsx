import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { AppProvider } from '../screen/AppProvider.tsx';
import { readerLanguages, speakFirstOf } from '../screen/choose-language.ts';
import { pageSettings, readPageSettings } from '../screen/read-page-settings.ts';
import { onRedraw } from '../screen/redraw.ts';
import { CatchFailure } from './page/CatchFailure.tsx';
import { SettingsProvider } from './page/settings-context.ts';
import { Routes } from './routes.tsx';
import { SessionProvider } from './session/SessionProvider.tsx';

/** Draws the portal into its page, in the language of its reader, and again whenever that changes. */
export async function drawPortal(): Promise<void> {
  const settings = readPageSettings(pageSettings);
  const page = document.getElementById('page');
  if (!page) throw new Error('portal.html has no element #page');
  const root = createRoot(page);
  const draw = () =>
    root.render(
      <StrictMode>
        <AppProvider colour={settings.organisation.colour}>
          <SettingsProvider value={settings}>
            <CatchFailure>
              <SessionProvider>
                <Routes />
              </SessionProvider>
            </CatchFailure>
          </SettingsProvider>
        </AppProvider>
      </StrictMode>,
    );
  await speakFirstOf(readerLanguages());
  // As a transition it is drawn in slices, and a slow phone stays awake in between.
  startTransition(draw);
  onRedraw(draw);
}
