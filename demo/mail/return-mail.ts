import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';

/** A far server reports some time after it has taken a mail; where it is not answered it comes again, ever later. */
const TRIES_AFTER_MS = [1000, 2000, 4000, 8000, 16_000, 32_000] as const;

/** Hands a report to the mail server on this machine that takes those for `to`, as another mail server does: by SMTP, from nobody. `port` answers
 *  null while there is none. Gives up after a minute, or once `signal` says so. */
export async function returnMail(
  report: Buffer,
  to: string,
  { port, signal }: { readonly port: () => number | null; readonly signal: AbortSignal },
): Promise<void> {
  for (const delay of TRIES_AFTER_MS) {
    await wait(delay, undefined, { signal, ref: false });
    const at = port();
    if (at !== null && (await isTaken(report, to, at))) return;
  }
}

async function isTaken(report: Buffer, to: string, port: number): Promise<boolean> {
  const smtp = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, allowInternalNetworkInterfaces: true });
  try {
    await smtp.sendMail({ envelope: { from: '', to: [to] }, raw: report });
    return true;
  } catch {
    return false;
  } finally {
    smtp.close();
  }
}
