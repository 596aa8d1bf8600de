import { useEffect, useEffectEvent } from 'react';

/** What one window of the portal tells the others of the same browser: they share its session. */
type SessionNews = 'begun' | 'left';

export const CHANNEL = 'sealpost-session';

const listeners = new Set<(news: SessionNews) => void>();
/** One for the window, so that it does not hear itself; open while somebody listens. */
let channel: BroadcastChannel | null = null;

/** Tells the other windows that somebody signed in or logged out. */
export function tellOtherWindows(news: SessionNews): void {
  channel?.postMessage(news);
}

/** Hears what another window tells, while the caller is shown. */
export function useOtherWindows(onNews: (news: SessionNews) => void): void {
  const hear = useEffectEvent(onNews);
  useEffect(() => {
    const listener = (news: SessionNews) => hear(news);
    listeners.add(listener);
    channel ??= openChannel();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      channel?.close();
      channel = null;
    };
  }, []);
}

function openChannel(): BroadcastChannel {
  const opened = new BroadcastChannel(CHANNEL);
  opened.onmessage = ({ data }: MessageEvent<SessionNews>) => {
    for (const listener of listeners) listener(data);
  };
  return opened;
}
