import type { Language } from '../../contract/language.ts';
import type { Context } from '../context.ts';
import type { IssuedSecret } from '../security/codes.ts';
import { sealMailSecret } from '../security/mail-secret.ts';
import { randomId } from '../security/random-id.ts';
import { type MailReason, oweMail } from '../store/outbox.ts';

interface SecretMail {
  readonly kind: 'code' | 'password-link';
  readonly address: string;
  readonly reason: MailReason;
  /** What the page speaks that asks for it. */
  readonly language: Language | null;
}

/** Owes a mail with a secret that was just issued; it waits sealed, and is not sent after its end. */
export async function oweSecretMail(mail: SecretMail, { secret, endsAt }: IssuedSecret, context: Context): Promise<void> {
  const _id = `${mail.kind}:${randomId()}`;
  const sealed = await sealMailSecret(_id, secret, context.keys);
  await oweMail({ ...mail, ...sealed, _id, route: 'relay', secretEndsAt: endsAt }, context.clock.now());
  context.wakeWorker();
}
