import { randomBytes } from 'node:crypto';
import * as account from '../../contract/account.ts';
import * as passwords from '../../contract/passwords.ts';
import type { InputOf } from '../../contract/endpoint.ts';
import * as mailbox from '../../contract/mailbox.ts';
import * as send from '../../contract/send.ts';
import type { Client } from './client.ts';
import type { SunkMail } from './mail-sink.ts';
import type { TestApp } from './test-app.ts';

export const PASSWORD = 'Harvest-Moon-42-Lantern';

/** A random id as clients make them up. */
export function aKey(): string {
  return randomBytes(16).toString('base64url');
}

/** A message from Alex to Pat; whatever matters to a test is given by it. */
export function aMessage(changes: Partial<InputOf<typeof send.sendMessage>> = {}): InputOf<typeof send.sendMessage> {
  return {
    sendKey: aKey(),
    from: 'alex@harbour.example',
    recipients: [{ address: 'pat@client.example', name: 'Pat Doe', kind: 'to' }],
    subject: 'Your scan results',
    html: '<p>Dear Pat, all is well.</p>',
    attachments: [],
    options: { expiresInDays: 30, allowReply: true },
    ...changes,
  };
}

/** A file uploaded by a member of staff, as a message names it. */
export async function anUpload(
  staff: Client,
  bytes: Uint8Array<ArrayBuffer> | string,
  name = 'scan.pdf',
  contentId: string | null = null,
) {
  const { uploadId } = await staff.upload(send.uploadAttachment, new Blob([bytes]), name);
  return { uploadId, name, contentType: contentId === null ? 'application/pdf' : 'image/png', contentId };
}

/** The delivery that the newest notification to an address leads to. */
export function linkOf(app: TestApp, address: string): string {
  const newest = app.sink.mailsTo(address).findLast((one) => /\/m\/[\w-]{22}/.test(textOf(one)));
  return /\/m\/([\w-]{22})/.exec(newest ? textOf(newest) : '')?.[1] ?? '';
}

/** The text part of a caught mail. */
export function textOf({ mail }: SunkMail): string {
  return mail.text ?? '';
}

/** The code in the newest mail to an address. */
export function codeOf(app: TestApp, address: string): string {
  const newest = app.sink.mailsTo(address).findLast((one) => /\b\d{4} \d{4}\b/.test(textOf(one)));
  return /\b(\d{4} \d{4})\b/.exec(newest ? textOf(newest) : '')?.[1] ?? '';
}

/** Creates a password for the recipient of a link, by a code from the mail. */
export async function enrol(app: TestApp, deliveryId: string, address: string, newPassword = PASSWORD): Promise<void> {
  const visitor = app.visitor();
  await visitor.call(account.requestCode, { deliveryId });
  await app.work();
  await visitor.call(passwords.createPassword, { proof: { kind: 'code', deliveryId, code: codeOf(app, address) }, newPassword });
}

/** A client signed in as the owner of an address. */
export async function signedIn(app: TestApp, address: string, password = PASSWORD): Promise<Client> {
  const visitor = app.visitor();
  await visitor.call(account.signIn, { address, password });
  return visitor;
}

/** One reader of one message for all tests of a file that only ask what is refused. */
export function sharedReader(app: TestApp) {
  let received: ReturnType<typeof aMessageReceived> | undefined;
  return async () => (await (received ??= aMessageReceived(app))).recipient;
}

/** A message sent and its recipient enrolled and signed in. */
export async function aMessageReceived(app: TestApp, changes: Partial<InputOf<typeof send.sendMessage>> = {}) {
  const message = aMessage({
    ...changes,
    recipients: changes.recipients ?? [{ address: `${aKey().toLowerCase()}@client.example`, kind: 'to' }],
  });
  const sent = await app.staff().call(send.sendMessage, message);
  await app.work();
  const address = message.recipients[0]?.address ?? '';
  const deliveryId = linkOf(app, address);
  await enrol(app, deliveryId, address);
  const recipient = await signedIn(app, address);
  return { sent, message, address, deliveryId, recipient, open: () => recipient.call(mailbox.openMessage, { deliveryId }) };
}
