import type { AskOutlook } from './answer-office.ts';
import type { OutlookSituation } from './make-fake-office.ts';

/** What the pane's frame says first, with a port for everything else. */
export const HELLO = 'outlook-simulator-hello';

type Said =
  | { readonly kind: 'situation'; readonly situation: OutlookSituation }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'ask'; readonly id: number; readonly member: string; readonly argument: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly why: string };

/** The pane's end of the port. Functions among the arguments stay behind: only plain values travel. */
export function askThroughPort(port: MessagePort, begin: (situation: OutlookSituation) => (event: string) => void): AskOutlook {
  const open = new Map<number, { resolve: (value: unknown) => void; reject: (cause: Error) => void }>();
  let fire: (event: string) => void = () => undefined;
  let lastId = 0;
  port.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.kind === 'situation') fire = begin(data.situation);
    if (data.kind === 'event') fire(data.event);
    if (data.kind === 'answer') open.get(data.id)?.resolve(data.value);
    if (data.kind === 'refusal') open.get(data.id)?.reject(new Error(data.why));
    if ('id' in data) open.delete(data.id);
  };
  return (member, argument) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      open.set(lastId, { resolve, reject });
      say(port, { kind: 'ask', id: lastId, member, argument });
    });
}

/** Outlook's end of the port. @returns how to tell the pane that something changed */
export function answerThroughPort(port: MessagePort, situation: OutlookSituation, answer: AskOutlook): (event: string) => void {
  port.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.kind !== 'ask') return;
    answer(data.member, data.argument).then(
      (value) => say(port, { kind: 'answer', id: data.id, value }),
      (cause: unknown) => say(port, { kind: 'refusal', id: data.id, why: String(cause) }),
    );
  };
  say(port, { kind: 'situation', situation });
  return (event) => say(port, { kind: 'event', event });
}

function say(port: MessagePort, said: Said): void {
  port.postMessage(said);
}
