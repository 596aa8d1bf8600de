import { nextTask } from '../screen/next-task.ts';

/** The parts of the first view, lowest first: everything is in the page's one script, and each part runs in a task of its own, so that no task is long. */
const parts = [
  () => import(/* webpackMode: "eager" */ 'react'),
  () => import(/* webpackMode: "eager" */ 'react-dom/client'),
  () => import(/* webpackMode: "eager" */ '../screen/read-page-settings.ts'),
  () => import(/* webpackMode: "eager" */ './session/use-session.ts'),
  () => import(/* webpackMode: "eager" */ '../screen/AppProvider.tsx'),
  () => import(/* webpackMode: "eager" */ './page/PlainPage.tsx'),
  () => import(/* webpackMode: "eager" */ './account/SignInPage.tsx'),
  () => import(/* webpackMode: "eager" */ './routes.tsx'),
];

async function start(): Promise<void> {
  for (const part of parts) {
    await nextTask();
    await part();
  }
  await nextTask();
  const { drawPortal } = await import(/* webpackMode: "eager" */ './draw-portal.tsx');
  await drawPortal();
}

void start();
