import { checkDownload } from '../../../contract/mailbox.ts';
import { call } from '../../api.ts';

/** Starts the download of a link once the server has said that it may begin: a link that fails would show the browser's own words, or none.
 *  @throws CallError when it may not, or nobody answers */
export async function saveFile(link: HTMLAnchorElement, deliveryId: string): Promise<void> {
  await call(checkDownload, { deliveryId });
  const { href, download } = link;
  const begun = document.createElement('a');
  begun.href = href;
  begun.download = download;
  begun.click();
}
