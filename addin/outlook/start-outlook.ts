const PATIENCE_MS = 15_000;

/** `in_outlook`: beside a message being written; `outside`: anywhere else; `cut_off`: in Outlook, but Microsoft's script did not arrive, fails or is silent. */
export type OutlookStart = 'in_outlook' | 'outside' | 'cut_off';

/** Where this page runs, as far as that can be told within 15 seconds. */
export async function startOutlook(): Promise<OutlookStart> {
  if (typeof Office === 'undefined') return withoutOffice();
  const silence = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const ready = await Promise.race([beginning(), silence]).catch(() => null);
  if (!ready) return withoutOffice();
  return ready.host === Office.HostType.Outlook && Office.context.mailbox?.item ? 'in_outlook' : 'outside';
}

/** Its failures come as rejections, whichever way Office fails. */
async function beginning() {
  return Office.onReady();
}

/** Outlook shows the pane in a frame, or in a view of its own whose address tells the host: the parameter that Office adds for its script. */
function withoutOffice(): OutlookStart {
  return window.parent !== window || /[?&]_host_info=/i.test(location.search) ? 'cut_off' : 'outside';
}
