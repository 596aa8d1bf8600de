import PostalMime, { type Address, type Attachment } from 'postal-mime';

/** A caught mail as the demo shows it, and as `/demo/mail/messages` answers it. */
export interface CaughtMail {
  readonly id: string;
  /** The mailbox it came to. */
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  /** ISO 8601. */
  readonly date: string;
  /** By name in lower case; several of one name stand on lines of their own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly filename: string; readonly size: number }[];
}

/** Reads a mail's source. */
export async function parseCaughtMail(id: string, source: Buffer): Promise<CaughtMail> {
  const mail = await PostalMime.parse(source);
  return {
    id,
    to: mail.deliveredTo ?? '',
    from: addressText(mail.from),
    subject: mail.subject ?? '',
    date: mail.date ?? new Date(Number.parseInt(id.slice(0, 9), 36)).toISOString(),
    headers: headersByName(mail.headers),
    text: mail.text ?? '',
    html: mail.html ?? '',
    attachments: mail.attachments.map((attachment, index) => ({
      filename: fileName(attachment, index),
      size: contentOf(attachment).length,
    })),
  };
}

/** One attachment of a mail with its bytes; null when there is none with this number, counted from 0. */
export async function readCaughtAttachment(source: Buffer, index: number): Promise<{ filename: string; content: Buffer } | null> {
  const attachment = (await PostalMime.parse(source)).attachments[index];
  return attachment ? { filename: fileName(attachment, index), content: contentOf(attachment) } : null;
}

/** The HTML part with its own pictures in place, so that it shows them without loading anything. */
export async function readCaughtHtml(source: Buffer): Promise<string> {
  const mail = await PostalMime.parse(source);
  const pictures = new Map(
    mail.attachments.flatMap((attachment) => {
      if (!attachment.contentId || !/^image\/(?:png|jpeg|gif|webp|bmp)$/.test(attachment.mimeType)) return [];
      const data = `data:${attachment.mimeType};base64,${contentOf(attachment).toString('base64')}`;
      return [[attachment.contentId.replace(/^<|>$/g, ''), data] as const];
    }),
  );
  return (mail.html ?? '').replace(/\bcid:([^"'\s>)]{1,300})/gi, (whole, id: string) => pictures.get(id) ?? whole);
}

function headersByName(headers: readonly { key: string; value: string }[]): Record<string, string> {
  const byName = new Map<string, string>();
  for (const { key, value } of headers) byName.set(key, byName.has(key) ? `${byName.get(key) ?? ''}\n${value}` : value);
  return Object.fromEntries(byName);
}

function addressText(address: Address | undefined): string {
  if (!address?.address) return '';
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}

function fileName({ filename }: Attachment, index: number): string {
  return filename ?? `attachment-${index + 1}`;
}

function contentOf({ content }: Attachment): Buffer {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}
