import { inOwnTasks } from '../screen/in-own-tasks.ts';

// What the tabs need is run first; run at once, the script would be one long task.
void inOwnTasks(
  () => import(/* webpackMode: "eager" */ 'react-dom/client'),
  () => import(/* webpackMode: "eager" */ './use-page-styles.ts'),
  () => import(/* webpackMode: "eager" */ '../screen/AppProvider.tsx'),
  // Their language is fetched with the pane's own, so that without it everything speaks English.
  () => import(/* webpackMode: "eager" */ '../screen/texts/screen-texts.ts'),
  () => import(/* webpackMode: "eager" */ './draw-pane.tsx').then(({ drawPane }) => drawPane()),
);
