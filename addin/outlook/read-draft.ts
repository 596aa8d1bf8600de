import { limits } from '../../contract/limits.ts';
import { callOffice } from './call-office.ts';
import { composeItem } from './compose-item.ts';
import { type DraftAttachment, listAttachments } from './list-attachments.ts';
import { readBody } from './read-body.ts';

export interface DraftPerson {
  readonly name: string;
  readonly address: string;
}

export interface DraftRecipient extends DraftPerson {
  readonly kind: 'to' | 'cc' | 'bcc';
  /** A distribution list or a contact group: several people behind one name. */
  readonly isList: boolean;
}

/** The message being written, as Outlook had it at one moment. */
export interface Draft {
  readonly from: DraftPerson;
  readonly recipients: readonly DraftRecipient[];
  readonly subject: string;
  readonly html: string;
  readonly attachments: readonly DraftAttachment[];
  /** The Message-ID of the mail that is answered; null for none, and in an Outlook that does not tell (Mailbox before 1.14). */
  readonly inReplyTo: string | null;
}

/** Reads the message being written: only recipients that Outlook has resolved are in it; contents of files are not. @throws OutlookError */
export async function readDraft(): Promise<Draft> {
  const item = composeItem();
  const [html, from, to, cc, bcc, subject, attachments] = await Promise.all([
    readBody(),
    readSender(),
    readRecipients('to', item.to),
    readRecipients('cc', item.cc),
    readRecipients('bcc', item.bcc),
    callOffice<string>((done) => item.subject.getAsync(done)),
    listAttachments(),
  ]);
  return { html, from, recipients: [...to, ...cc, ...bcc], subject, attachments, inReplyTo: answeredBy(item) };
}

/** Some versions answer an empty text or nothing at all where there is none. */
function answeredBy(item: Office.MessageCompose): string | null {
  const { inReplyTo } = item as { readonly inReplyTo?: string | null };
  return inReplyTo ? inReplyTo.slice(0, limits.messageIdCharacters) : null;
}

async function readRecipients(kind: DraftRecipient['kind'], field: Office.Recipients): Promise<DraftRecipient[]> {
  const people = await callOffice<Office.EmailAddressDetails[]>((done) => field.getAsync(done));
  const listType: string = Office.MailboxEnums.RecipientType.DistributionList;
  return people.map(({ displayName, emailAddress, recipientType }) => ({
    kind,
    name: displayName ?? '',
    address: emailAddress ?? '',
    isList: recipientType === listType,
  }));
}

/** The From field, which may be a shared mailbox. */
async function readSender(): Promise<DraftPerson> {
  const sender = await callOffice<Office.EmailAddressDetails>((done) => composeItem().from.getAsync(done));
  return { name: sender.displayName, address: sender.emailAddress };
}
