import { inOwnTasks } from '../../screen/in-own-tasks.ts';

/** Runs the mailbox part by part; all of it is in the script that this stands in. */
export function loadMailboxPage() {
  return inOwnTasks(
    () => import(/* webpackMode: "eager" */ './create-mailbox-client.ts'),
    () => import(/* webpackMode: "eager" */ '../session/AccountMenu.tsx'),
    () => import(/* webpackMode: "eager" */ './DeliveryList.tsx'),
    () => import(/* webpackMode: "eager" */ './MailboxPage.tsx').then((module) => module.MailboxPage),
  );
}
