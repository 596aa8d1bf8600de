import PostalMime, { type Email } from 'postal-mime';
import type { BounceReason } from '../../contract/track.ts';
import { reasonOfReply, reasonOfStatus } from '../mail/bounce-reason.ts';

/** What a delivery status notification says of the one recipient of a mail of ours. */
export interface Report {
  readonly action: 'failed' | 'delayed';
  readonly reason: BounceReason;
}

/** A mail that came to one of our addresses for reports. */
export interface ReportMail {
  /** Whom it says it is for, most telling first. */
  readonly addresses: readonly string[];
  /** Null where it is no delivery status notification (RFC 3464), a broken one, or one that says nothing bad. */
  readonly report: Report | null;
}

/** Larger mails are not read at all. Reports hold headers or the first lines of what they are about, seldom more. */
export const LARGEST_REPORT_BYTES = 256 * 1024;

/** Far more than a report has; what holds more would cost seconds to take apart. */
const MOST_LINES = 5000;
const MOST_BOUNDARIES = 200;
const MOST_STATUS_CHARACTERS = 64 * 1024;
const MOST_GROUPS = 200;
const HYPHEN = 45;
const ADDRESS_HEADERS = ['x-original-to', 'delivered-to', 'envelope-to', 'x-envelope-to', 'to'];

/** Reads a mail for reports; whatever it holds, it answers. A report inside an attached mail does not count. */
export async function readReportMail(source: Buffer): Promise<ReportMail> {
  const mail = isModest(source) ? await parse(source) : null;
  return mail ? { addresses: addressesOf(mail), report: reportOf(mail) } : { addresses: [], report: null };
}

function isModest(source: Buffer): boolean {
  if (source.length > LARGEST_REPORT_BYTES) return false;
  let [lines, boundaries] = [0, 0];
  for (let end = source.indexOf(10); end >= 0 && lines <= MOST_LINES; end = source.indexOf(10, end + 1)) {
    lines += 1;
    if (source[end + 1] === HYPHEN && source[end + 2] === HYPHEN) boundaries += 1;
  }
  return lines <= MOST_LINES && boundaries <= MOST_BOUNDARIES;
}

async function parse(source: Buffer): Promise<Email | null> {
  const limits = { maxNestingDepth: 8, maxHeadersSize: 64 * 1024, maxRfc822NestingDepth: 0, forceRfc822Attachments: true };
  try {
    return await PostalMime.parse(source, limits);
  } catch {
    return null;
  }
}

function addressesOf({ headers }: Email): string[] {
  const values = ADDRESS_HEADERS.flatMap((name) => headers.filter(({ key }) => key === name).map(({ value }) => value));
  return values.flatMap((value) => value.slice(0, 2000).match(/[^\s<>,;:"]{1,64}@[^\s<>,;:"]{1,255}/g) ?? []).slice(0, 20);
}

function reportOf({ headers, attachments }: Email): Report | null {
  const contentType = headers.find(({ key }) => key === 'content-type')?.value ?? '';
  if (!/^\s{0,9}multipart\/report\b/i.test(contentType)) return null;
  const status = attachments.find(({ mimeType }) => /^message\/(?:global-)?delivery-status$/i.test(mimeType));
  if (!status) return null;
  const reports = groupsOf(textOf(status.content)).map(judge);
  return reports.find((report) => report?.action === 'failed') ?? reports.find((report) => report !== null) ?? null;
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  if (typeof content === 'string') return content.slice(0, MOST_STATUS_CHARACTERS);
  const bytes = content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
  return bytes.toString('utf8', 0, MOST_STATUS_CHARACTERS);
}

type Group = ReadonlyMap<string, string>;

/** The groups of fields (RFC 3464, 2.1), names in lower case; the first field of a name counts. */
function groupsOf(text: string): Group[] {
  const groups = [new Map<string, string>()];
  for (const line of text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split('\n')) {
    const group = groups.at(-1) ?? new Map<string, string>();
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (line.trim() === '' && group.size > 0) groups.push(new Map<string, string>());
    else if (name !== '' && !group.has(name)) group.set(name, line.slice(colon + 1).trim());
    if (groups.length > MOST_GROUPS) break;
  }
  return groups;
}

function judge(group: Group): Report | null {
  const action = /^[a-z]{1,20}/i.exec(group.get('action') ?? '')?.[0].toLowerCase();
  if (action !== 'failed' && action !== 'delayed') return null;
  const status = reasonOfStatus(/^[\d.]{1,20}/.exec(group.get('status') ?? '')?.[0] ?? '');
  return { action, reason: status ?? reasonOfReply(afterType(group.get('diagnostic-code') ?? '')) ?? 'unclear' };
}

/** `smtp; 550 5.1.1 No such user` without what kind of answer it is. */
function afterType(diagnostic: string): string {
  return diagnostic.slice(diagnostic.indexOf(';') + 1);
}
