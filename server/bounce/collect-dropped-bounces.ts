import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from '../context.ts';
import { traceOf } from '../errors.ts';
import { mailOfBounceAddress } from '../mail/bounce-address.ts';
import { randomId } from '../security/random-id.ts';
import { isDatabaseAway } from '../store/database.ts';
import { LARGEST_REPORT_BYTES, readReportMail } from './read-report.ts';
import { takeReport } from './take-report.ts';

/** Files taken in one round. */
const BATCH = 200;
/** A file claimed so long ago belongs to a server that died: reading one takes milliseconds. */
const CLAIM_MS = 10 * 60_000;

/** Takes the reports that another mail server dropped into the configured maildir, and answers how many files were ours. A file is claimed by
 *  renaming it, so each goes to one server; what a server left when it died is claimed again. Ours are deleted once they are noted; anything else
 *  stays in the maildir, marked as read. */
export async function collectDroppedBounces(context: Context): Promise<number> {
  const folder = context.config.BOUNCE_MAILDIR;
  if (folder === undefined) return 0;
  const claims = path.join(folder, 'claimed');
  await mkdir(claims, { recursive: true });
  await mkdir(path.join(folder, 'cur'), { recursive: true });
  await giveBackAbandoned(folder, claims, context);
  let taken = 0;
  for (const name of await filesIn(path.join(folder, 'new'))) {
    const dropped = path.join(folder, 'new', name);
    const claimed = path.join(claims, `${context.clock.now().getTime()}-${randomId()}-${name}`);
    try {
      if (!(await isMoved(dropped, claimed))) continue;
      if (await take({ folder, name, claimed }, context)) taken += 1;
    } catch (error) {
      context.log.warn(traceOf(error), 'a dropped report about a mail could not be taken and will be tried again');
      await isMoved(claimed, dropped).catch(() => false);
      // Each of the others would wait as long; the next round tries again.
      if (isDatabaseAway(error)) throw error;
    }
  }
  return taken;
}

interface Claim {
  readonly folder: string;
  readonly name: string;
  /** Where the file lies while it is ours to read. */
  readonly claimed: string;
}

/** Whether a file is a mail to one of our addresses for reports; then what it reports is noted, and it goes. */
async function take({ folder, name, claimed }: Claim, context: Context): Promise<boolean> {
  const facts = await lstat(claimed);
  const isReadable = facts.isFile() && facts.size <= LARGEST_REPORT_BYTES;
  const { addresses, report } = await readReportMail(isReadable ? await readFile(claimed) : Buffer.alloc(0));
  const mailMessageId = addresses.map((address) => mailOfBounceAddress(address, context)).find((id) => id !== null);
  if (mailMessageId === undefined) {
    // The flag of the maildir format for "seen".
    await isMoved(claimed, path.join(folder, 'cur', `${name.replace(/:.*$/, '')}:2,S`));
    return false;
  }
  if (report) await takeReport(mailMessageId, report, context);
  await rm(claimed, { force: true });
  return true;
}

async function giveBackAbandoned(folder: string, claims: string, { clock }: Context): Promise<void> {
  for (const name of await filesIn(claims)) {
    const [, claimedAt, original] = /^(\d+)-[\w-]{22}-(.+)$/.exec(name) ?? [];
    if (original === undefined || Number(claimedAt) > clock.now().getTime() - CLAIM_MS) continue;
    await isMoved(path.join(claims, name), path.join(folder, 'new', original));
  }
}

/** Names of files, oldest first as maildirs name them; none while the folder is not there yet. */
async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(orElse<string[]>([]));
  return names
    .filter((name) => !name.startsWith('.'))
    .sort()
    .slice(0, BATCH);
}

/** Moves a file; false when somebody else has it already. */
async function isMoved(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(() => true, orElse(false));
}

/** What to answer where a file or a folder is not there; another failure stays one. */
function orElse<Answer>(answer: Answer): (error: unknown) => Answer {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return answer;
    throw error;
  };
}
