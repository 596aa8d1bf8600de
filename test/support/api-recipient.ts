import * as account from '../../contract/account.ts';
import * as mailbox from '../../contract/mailbox.ts';
import * as passwords from '../../contract/passwords.ts';
import { type Client, createClient } from './client.ts';
import { JOURNEY_PASSWORD } from './journey-password.ts';
import { linkIn } from './link-in.ts';
import type { Product } from './product.ts';

/** A recipient without a browser: enrols by the newest notification and signs in. */
export async function apiRecipient(product: Product, address: string): Promise<Client> {
  const client = createClient(product.origin, product.origin);
  const deliveryId =
    linkIn(await product.notificationTo(address))
      .split('/')
      .at(-1) ?? '';
  const before = await product.codesTo(address, 0);
  await client.call(account.requestCode, { deliveryId });
  const [code = ''] = await product.codesTo(address, before.length + 1);
  const proof = { kind: 'code', deliveryId, code } as const;
  await client.call(passwords.createPassword, { proof, newPassword: JOURNEY_PASSWORD });
  await client.call(account.signIn, { address, password: JOURNEY_PASSWORD });
  return client;
}

/** The newest message to the signed-in recipient with this subject, opened; null while there is none. */
export async function openBySubject({ call }: Client, subject: string) {
  const { entries } = await call(mailbox.listDeliveries, { folder: 'inbox' });
  const entry = entries.find((one) => one.subject === subject);
  return entry ? call(mailbox.openMessage, { deliveryId: entry.deliveryId }) : null;
}
