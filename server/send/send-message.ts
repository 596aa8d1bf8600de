import type { ParsedInputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type * as send from '../../contract/send.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Staff } from '../http/who.ts';
import { type Accepted, acceptMessage, type Draft, messageIdOf } from '../message/accept-message.ts';
import { readEffectivePolicy, requireAllowedOptions } from '../message/effective-policy.ts';
import { mailBody } from '../mail/mail-body.ts';
import { fileBytesBeside } from '../mail-size.ts';
import { routeTo } from '../message/route-to.ts';
import type { MessageCopy } from '../store/message-document.ts';
import { findAnswered } from './find-answered.ts';
import { sendersOf } from './senders-of.ts';
import { findAccepted } from '../store/messages.ts';
import { staffOwner } from './upload-attachment.ts';

type SendInput = ParsedInputOf<typeof send.sendMessage>;

/** Accepts a message of a member of staff for its recipients. Recipients inside the organisation get the message itself by mail.
 *  @throws sender_not_yours, sender_addresses_missing, too_many_recipients, against_policy, body_too_large, message_too_large, invalid_input and those of acceptMessage */
export async function sendMessage(input: SendInput, caller: Staff, context: Context): Promise<Accepted> {
  const { config } = context;
  requireOwnAddress(input.from, caller, config);
  requireBodySize(input.html);
  await requireAllowed(input, caller, context);
  const recipients = distinctRecipients(input.recipients, config);
  return acceptMessage(
    {
      author: { kind: 'staff', id: caller.id, address: input.from, name: caller.name, deliveryId: null },
      owner: staffOwner(caller),
      sendKey: input.sendKey,
      recipients,
      subject: input.subject,
      html: input.html,
      attachments: input.attachments,
      maxAttachmentsBytes: await attachmentLimit(input, recipients, caller, config),
      expiresInDays: input.options.expiresInDays,
      policy: policyOf(input.options),
      answers: await findAnswered(input.inReplyTo, caller, context),
      wantsReceipt: input.options.readReceipt,
      copies: copiesOf(input.from, caller, config),
    },
    context,
  );
}

/** What was accepted stays so when a rule changes before the answer is asked for again. */
async function requireAllowed({ options, sendKey }: SendInput, caller: Staff, context: Context): Promise<void> {
  try {
    requireAllowedOptions(options, await readEffectivePolicy(context.config));
  } catch (refusal) {
    if (!(await findAccepted(messageIdOf(caller.id, sendKey, context)))) throw refusal;
  }
}

function policyOf({ allowReply, allowReplyAll, allowPrint, allowDownload }: SendInput['options']): Draft['policy'] {
  return { allowReply, allowReplyAll: allowReply && allowReplyAll, allowPrint, allowDownload };
}

/** The draft is discarded, so what was sent goes to its sender, and to the archive if there is one. Never to a shared mailbox: it names every Bcc. */
function copiesOf(from: string, caller: Staff, config: Config): readonly MessageCopy[] {
  const { SENDER_COPY, ARCHIVE_ADDRESS } = config;
  // A person's own addresses stand before those they share.
  const [first = from] = sendersOf(caller, config);
  const own = caller.addresses.includes(from) ? from : first;
  return [
    ...(SENDER_COPY ? [{ kind: 'copy' as const, address: own }] : []),
    ...(ARCHIVE_ADDRESS === undefined ? [] : [{ kind: 'archive-copy' as const, address: ARCHIVE_ADDRESS }]),
  ];
}

/** An address of the person's own or of a shared mailbox of theirs: answers go there as mail. */
function requireOwnAddress(from: string, caller: Staff, config: Config): void {
  if (caller.addresses.length === 0) throw new AppError('sender_addresses_missing', { fields: ['from'] });
  if (!sendersOf(caller, config).includes(from)) throw new AppError('sender_not_yours', { fields: ['from'] });
}

function requireBodySize(html: string): void {
  if (Buffer.byteLength(html) > limits.messageHtmlBytes)
    throw new AppError('body_too_large', { limit: limits.messageHtmlBytes, fields: ['html'] });
}

const KINDS = ['to', 'cc', 'bcc'] as const;

/** One delivery for each address, To before Cc before Bcc; the limit counts what remains. */
function distinctRecipients(given: SendInput['recipients'], config: Config): Draft['recipients'] {
  const byAddress = new Map<string, Draft['recipients'][number]>();
  for (const kind of KINDS) {
    for (const recipient of given) {
      if (recipient.kind !== kind || byAddress.has(recipient.address)) continue;
      byAddress.set(recipient.address, { ...recipient, route: routeTo(recipient.address, config) });
    }
  }
  if (byAddress.size > limits.recipients)
    throw new AppError('too_many_recipients', { limit: limits.recipients, fields: ['recipients'] });
  return [...byAddress.values()];
}

/** Where a mail goes to the organisation's own server, its body as it leaves and the files together must fit into it. */
async function attachmentLimit(
  { html }: SendInput,
  recipients: Draft['recipients'],
  { id }: Staff,
  config: Config,
): Promise<number> {
  const goesByMail = recipients.some((recipient) => recipient.route === 'mail');
  if (!goesByMail) return config.MAX_ATTACHMENTS_BYTES;
  return Math.min(
    config.MAX_ATTACHMENTS_BYTES,
    fileBytesBeside(await mailBody(html, 'staff', { accountId: id }), 'html', config),
  );
}
