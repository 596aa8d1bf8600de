import type { Context } from '../context.ts';
import { type IssuedSecret, issuePasswordLink } from '../security/codes.ts';
import { sealMailSecret, unsealMailSecret } from '../security/mail-secret.ts';
import { makeTemporaryPassword, spellTemporaryPassword } from '../security/temporary-password.ts';
import { type AccountDocument, findAccount, setTemporaryPasswordIfLater } from '../store/accounts.ts';
import { keepSecretIfHeld, type OutboxDocument } from '../store/outbox.ts';

/** The temporary password that a mail to `owner` carries, valid from now on; null when it must not be sent: the owner has a password, or a later
 *  mail brings one. It is made when the mail is about to leave and stays the same on every attempt, also after a crash; only what ended while the
 *  mail waited is made anew. A mail that nobody asked for never takes the place of a password that still works. */
export async function temporaryPasswordFor(
  row: OutboxDocument,
  owner: AccountDocument,
  context: Context,
): Promise<IssuedSecret | null> {
  const { passwordHash, temporaryPassword: current } = owner;
  const isOther = current !== null && current.mailId !== row._id;
  const isAskedFor = row.reason === 'requested' || row.reason === 'administrator-reset';
  if (passwordHash !== null || (isOther && !isAskedFor && current.endsAt > context.clock.now())) return null;
  const make = () => Promise.resolve(newPassword(context));
  const held = await secretOf(row, make, context, (current?.generation ?? 0) + 1);
  if (current?.mailId === row._id && current.generation === held.generation) return held;
  const hash = await context.passwordHashes.hash(spellTemporaryPassword(held.secret));
  const { endsAt, generation } = held;
  if (await setTemporaryPasswordIfLater(owner._id, { hash, endsAt, mailId: row._id, generation })) return held;
  // Either a server that holds the lease after us has set this very password, or another mail was faster.
  const now = (await findAccount(owner._id))?.temporaryPassword;
  return now?.mailId === row._id && now.generation === generation ? held : null;
}

/** The secret of the set-password link that a mail carries; it stays the same until it ends. */
export async function passwordLinkFor(row: OutboxDocument, context: Context): Promise<IssuedSecret> {
  return secretOf(row, () => issuePasswordLink(row.address, context), context);
}

function newPassword({ clock, config }: Context): IssuedSecret {
  return {
    secret: makeTemporaryPassword(),
    endsAt: new Date(clock.now().getTime() + config.TEMPORARY_PASSWORD_HOURS * 3_600_000),
  };
}

/** The secret in the row of a mail, put there if there is none or it has ended. @throws when the lease of the row is lost */
async function secretOf(
  row: OutboxDocument,
  make: () => Promise<IssuedSecret>,
  { keys, clock }: Context,
  generation = 1,
): Promise<IssuedSecret & { generation: number }> {
  if (row.sealedSecret && row.secretEndsAt && row.secretEndsAt > clock.now())
    return { secret: await unsealMailSecret(row, keys), endsAt: row.secretEndsAt, generation: row.generation ?? generation };
  const made = await make();
  const sealed = await sealMailSecret(row._id, made.secret, keys);
  const isKept = await keepSecretIfHeld(row, { ...sealed, secretEndsAt: made.endsAt, generation });
  if (!isKept) throw new Error('the lease of this mail is another server’s by now');
  return { ...made, generation };
}
