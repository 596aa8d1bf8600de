import type { Readable } from 'node:stream';
import type { SendMailOptions } from 'nodemailer';
import type { MessageContent } from '../security/message-content.ts';
import type { MessageDocument, MessageRecipient } from '../store/message-document.ts';
import { attachedFile } from './attached-file.ts';
import { headerText } from './header-text.ts';
import type { Letterhead } from './letterhead.ts';
import { threadMessageId } from './mail-message-id.ts';
import { personName } from './person-name.ts';
import { type SecureNotice, secureNotice } from './secure-notice.ts';
import { mailTexts } from './texts/mail-texts.ts';

interface MessageFacts {
  readonly message: MessageDocument;
  /** Its body is clean. */
  readonly content: MessageContent;
  /** Whose mail this is. */
  readonly recipient: Pick<MessageRecipient, 'address' | 'name'>;
  /** What stands above the message; how it came, unless given. */
  readonly notice?: SecureNotice;
  /** The plain bytes of an attachment. */
  readonly readAttachment: (attachmentId: string) => Promise<Readable>;
}

/** The message itself, for a recipient inside the organisation: tagged, with its files whole. An answer goes to the author, not to us;
 *  what a plain answer does is said on top. Files are read when the mail server takes them, one after the other. */
export async function messageMail(facts: MessageFacts, config: Letterhead): Promise<SendMailOptions> {
  const { message, content, recipient, readAttachment, notice = secureNotice(message, config) } = facts;
  const { author } = message;
  return {
    from: { name: mailTexts(config.language).notice.sender(personName(author)), address: config.ORGANISATION_POSTMASTER },
    replyTo: { name: headerText(author.name, 100), address: author.address },
    ...visiblePeople(message, recipient),
    subject: taggedSubject(headerText(content.subject, 900), config.SUBJECT_TAG),
    headers: { [config.TAG_HEADER]: 'yes' },
    ...threadHeaders(message, config),
    text: await notice.textAbove(content.html),
    html: notice.htmlAbove(content.html),
    // Grows every text alike; quoted-printable would triple some, past what was counted when the message was accepted.
    encoding: 'base64',
    attachments: content.attachments.map((attachment) => attachedFile(attachment, readAttachment)),
  };
}

/** An answer to a tagged mail carries the tag already. */
function taggedSubject(subject: string, tag: string): string {
  return tag === '' || subject.includes(tag) ? subject : `${tag} ${subject}`.trimEnd();
}

/** Everybody the author addressed openly, so that *Reply all* reaches them; a Bcc sees only that the mail came. */
function visiblePeople(message: MessageDocument, recipient: MessageFacts['recipient']): Pick<SendMailOptions, 'to' | 'cc'> {
  const people = (kind: 'to' | 'cc') =>
    message.recipients
      .filter((other) => other.kind === kind)
      .map(({ name, address }) => ({ name: headerText(name, 100), address }));
  const to = people('to');
  const cc = people('cc');
  if (to.length + cc.length > 0) return { to, cc };
  return { to: { name: headerText(recipient.name, 100), address: recipient.address } };
}

/** Ids made from our own, so that the mails of one conversation stand together in Outlook (RFC 5322, 3.6.4). */
function threadHeaders(
  { threadId, inReplyTo }: MessageDocument,
  config: Letterhead,
): Pick<SendMailOptions, 'inReplyTo' | 'references'> {
  const idOf = (id: string) => threadMessageId(id, config);
  if (inReplyTo === null) return { references: idOf(threadId) };
  return { inReplyTo: idOf(inReplyTo), references: inReplyTo === threadId ? idOf(threadId) : [idOf(threadId), idOf(inReplyTo)] };
}
