import { limits } from '../../contract/limits.ts';
import { usePageTitle } from '../page/use-page-title.ts';
import { actionTexts } from '../texts/actions-texts.ts';
import { useDeliveries } from './use-deliveries.ts';

/** Names the window by the folder, with the number of unread messages. */
export function useFolderTitle(title: string): void {
  const unread = useDeliveries('inbox').data?.unreadCount ?? 0;
  usePageTitle(unread > 0 ? actionTexts.titleWithUnread(unread, limits.countedUnread, title) : title);
}
