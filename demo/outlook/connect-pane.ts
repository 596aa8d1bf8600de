import { people } from '../identity/people.ts';
import { answerOffice } from './answer-office.ts';
import type { DraftStore } from './draft-store.ts';
import { takeFileAsBase64 } from './file-shelf.ts';
import type { OutlookSituation } from './make-fake-office.ts';
import { HELLO, answerThroughPort } from './office-port.ts';
import type { OutlookProfile } from './outlook-profile.ts';
import { type SimulatedDraft, fieldNames } from './simulated-draft.ts';

/** Gives the pane in a frame its Outlook: answers what it asks, and tells it when recipients or files change. @returns how to stop */
export function connectPane(frame: HTMLIFrameElement, store: DraftStore, profile: OutlookProfile, isDark: boolean): () => void {
  const { name, address } = people.alex;
  const answer = answerOffice({
    draft: store.read,
    change: store.change,
    sender: { name, address },
    contentOf: takeFileAsBase64,
    profile,
  });
  const theme = profile.theme === 'system' ? (isDark ? 'dark' : 'light') : profile.theme;
  const { mailboxMinor, signIn } = profile;
  const situation: OutlookSituation = { mailboxMinor, theme, signIn, name, address, inReplyTo: store.read().inReplyTo };
  let tell: (event: string) => void = () => undefined;
  const meet = ({ origin, source, data, ports }: MessageEvent) => {
    const [port] = ports;
    if (origin !== location.origin || source !== frame.contentWindow || data !== HELLO || !port) return;
    tell = answerThroughPort(port, situation, answer);
  };
  addEventListener('message', meet);
  const stopWatching = watchDraft(store, (event) => tell(event));
  return () => {
    removeEventListener('message', meet);
    stopWatching();
  };
}

const watched: Record<string, (draft: SimulatedDraft) => unknown> = {
  olkRecipientsChanged: (draft) => fieldNames.map((field) => draft[field].people),
  olkAttachmentsChanged: ({ attachments }) => attachments,
};

function watchDraft(store: DraftStore, changed: (event: string) => void): () => void {
  const last = new Map(Object.entries(watched).map(([event, part]) => [event, JSON.stringify(part(store.read()))]));
  return store.subscribe(() => {
    for (const [event, part] of Object.entries(watched)) {
      const now = JSON.stringify(part(store.read()));
      if (now === last.get(event)) continue;
      last.set(event, now);
      changed(event);
    }
  });
}
