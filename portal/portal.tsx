import { inOwnTasks } from '../screen/in-own-tasks.ts';

// Everything of the first view is in the page's one script; run at once, it would be one long task.
void inOwnTasks(
  () => import(/* webpackMode: "eager" */ 'react'),
  () => import(/* webpackMode: "eager" */ 'react-dom/client'),
  () => import(/* webpackMode: "eager" */ '../screen/read-page-settings.ts'),
  () => import(/* webpackMode: "eager" */ './session/use-session.ts'),
  () => import(/* webpackMode: "eager" */ '../screen/make-theme.ts'),
  () => import(/* webpackMode: "eager" */ './page/hidden-styles.ts'),
  () => import(/* webpackMode: "eager" */ '../screen/AppProvider.tsx'),
  () => import(/* webpackMode: "eager" */ './page/PlainPage.tsx'),
  () => import(/* webpackMode: "eager" */ './account/SignInPage.tsx'),
  () => import(/* webpackMode: "eager" */ './routes.tsx'),
  () => import(/* webpackMode: "eager" */ './draw-portal.tsx').then(({ drawPortal }) => drawPortal()),
);
