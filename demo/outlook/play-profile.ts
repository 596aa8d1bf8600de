import type { AttachedKind, OutlookProfile } from './outlook-profile.ts';
import type { SimulatedAttachment, SimulatedDraft } from './simulated-draft.ts';

/** From this requirement set on the list of files tells content ids. */
const TELLS_CONTENT_IDS = 16;

const attachmentTypes: Record<AttachedKind, string> = {
  file: 'file',
  cloud: 'cloud',
  eml: 'item',
  ics: 'item',
  empty: 'file',
  refused: 'file',
};

/** The files as an Outlook with this profile lists them. */
export function attachmentsAs(profile: OutlookProfile, draft: SimulatedDraft) {
  const { mailboxMinor, pictures, isClassic } = profile;
  return filesOf(profile, draft).map(({ kind = 'file', contentId, name, id, ...file }, index) => ({
    ...file,
    id: isClassic ? String(index) : id,
    name: contentId !== null && pictures === 'cid-other-names' ? `ATT${String(index + 1).padStart(5, '0')}.png` : name,
    attachmentType: attachmentTypes[kind],
    ...(mailboxMinor >= TELLS_CONTENT_IDS ? { contentId } : {}),
  }));
}

/** The file that an Outlook with this profile means by an id of its list; undefined when there is none. */
export function attachmentBy(id: string, profile: OutlookProfile, draft: SimulatedDraft): SimulatedAttachment | undefined {
  return profile.isClassic ? filesOf(profile, draft)[Number(id)] : draft.attachments.find((file) => file.id === id);
}

/** A picture that was deleted from the text is no attachment any more. */
function filesOf({ pictures }: OutlookProfile, { attachments, html }: SimulatedDraft): readonly SimulatedAttachment[] {
  const isThere = ({ contentId }: SimulatedAttachment) =>
    contentId === null || (html.includes(`cid:${contentId}`) && pictures !== 'data');
  return attachments.filter(isThere);
}

/** The text as an Outlook with this profile hands it out. */
export async function textAs(
  { pictures }: OutlookProfile,
  { html, attachments }: SimulatedDraft,
  contentOf: (attachmentId: string) => Promise<string>,
): Promise<string> {
  if (pictures === 'no-place') return html.replace(/<img[^>]*cid:[^>]*>/g, '');
  if (pictures !== 'data') return html;
  let text = html;
  for (const { id, contentId, name } of attachments) {
    if (contentId === null || !text.includes(`cid:${contentId}`)) continue;
    const type = name.endsWith('.jpg') ? 'image/jpeg' : `image/${name.split('.').at(-1)}`;
    text = text.replaceAll(`cid:${contentId}`, `data:${type};base64,${await contentOf(id)}`);
  }
  return text;
}

/** What an Outlook answers that is asked for the content of such a file. @throws Error where Outlook would refuse */
export async function contentAs(
  kind: AttachedKind,
  contentOf: () => Promise<string>,
): Promise<{ content: string; format: string }> {
  switch (kind) {
    case 'file':
      return { content: await contentOf(), format: 'base64' };
    case 'empty':
      return { content: '', format: 'base64' };
    case 'cloud':
      return { content: 'https://harbour-my.sharepoint.com/:b:/g/personal/alex/file', format: 'url' };
    case 'eml':
      return { content: 'Subject: Attached', format: 'eml' };
    case 'ics':
      return { content: 'BEGIN:VCALENDAR', format: 'iCalendar' };
    case 'refused':
      throw new Error('The attachment cannot be read.');
  }
}
