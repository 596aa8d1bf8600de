import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { readerLanguages, speakFirstOf } from '../screen/choose-language.ts';
import { pageSettings, readPageSettings } from '../screen/read-page-settings.ts';
import { onRedraw } from '../screen/redraw.ts';

const settings = readPageSettings(pageSettings);
const page = document.getElementById('page');
if (!page) throw new Error('portal.html has no element #page');

const root = createRoot(page);

/** Lets the browser answer its reader: what a page begins with is too much for a slow phone in one go. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

async function start(): Promise<void> {
  await speakFirstOf(readerLanguages());
  // All of this is in the page's one script; each part is only run by itself.
  const { AppProvider } = await import(/* webpackMode: "eager" */ '../screen/AppProvider.tsx');
  await breathe();
  const { CatchFailure } = await import(/* webpackMode: "eager" */ './page/CatchFailure.tsx');
  await breathe();
  const { SettingsProvider } = await import(/* webpackMode: "eager" */ './page/settings-context.ts');
  const { SessionProvider } = await import(/* webpackMode: "eager" */ './session/SessionProvider.tsx');
  const { Routes } = await import(/* webpackMode: "eager" */ './routes.tsx');
  await breathe();
  const draw = () =>
    // A transition is drawn in slices.
    startTransition(() =>
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
      ),
    );
  onRedraw(draw);
  draw();
}

void start();
