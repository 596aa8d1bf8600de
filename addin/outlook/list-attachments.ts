import { callOffice } from './call-office.ts';
import { composeItem } from './compose-item.ts';

/** A file as Outlook lists it. `size` in bytes as Outlook estimates it. */
export interface DraftAttachment {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** `cloud`: only a link to a file elsewhere. `item`: a mail or an appointment. */
  readonly kind: 'file' | 'item' | 'cloud';
  readonly isInline: boolean;
  /** By which the text shows it as `cid:`; Outlook tells it from Mailbox 1.16 on. */
  readonly contentId: string | null;
}

/** The files of the message being written, pictures in the text included. @throws OutlookError */
export async function listAttachments(): Promise<DraftAttachment[]> {
  const listed = await callOffice<Office.AttachmentDetailsCompose[]>((done) => composeItem().getAttachmentsAsync(done));
  return listed.map(({ id, name, size, attachmentType, isInline, contentId }) => ({
    id,
    name,
    size,
    kind: kindOf(attachmentType),
    isInline,
    contentId: contentId ? contentId.replace(/^<|>$/g, '') : null,
  }));
}

function kindOf(attachmentType: string): DraftAttachment['kind'] {
  if (attachmentType === Office.MailboxEnums.AttachmentType.Cloud) return 'cloud';
  return attachmentType === Office.MailboxEnums.AttachmentType.Item ? 'item' : 'file';
}
