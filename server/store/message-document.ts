import mongoose from 'mongoose';
import './refuse-unknown.ts';
import { type StoredKey, wrappedKeySchema } from './wrapped-key.ts';

export interface MessageAuthor {
  readonly kind: 'staff' | 'account';
  /** The staff member (`staff` collection) or the account. */
  readonly id: string;
  readonly address: string;
  readonly name: string;
  /** The entry of an account's own Sent folder; null for staff. */
  readonly deliveryId: string | null;
}

/** One recipient of a message: who may read it until when, and what has happened. */
export interface MessageRecipient {
  readonly deliveryId: string;
  readonly address: string;
  readonly name: string;
  readonly kind: 'to' | 'cc' | 'bcc';
  /** `portal`: reads in the portal. `mail`: inside the organisation, gets the message itself. */
  readonly route: 'portal' | 'mail';
  /** Bound once, when the message is projected. */
  readonly accountId: string | null;
  /** Keyed hash of the code in the notification; only who gets one has it. */
  readonly verificationHash?: string;
  /** null: no end; always for `mail`. */
  readonly expiresAt: Date | null;
  readonly recalledAt: Date | null;
  /** The delivery that was taken back, then, since its address was wrong and this one's is right. */
  readonly replaces?: string | null;
  readonly notifiedAt: Date | null;
  readonly bouncedAt: Date | null;
  /** Why, where the other mail servers said so. */
  readonly bounceReason?: string | null;
  /** When another mail server first said that it keeps trying; absent until then. */
  readonly delayedAt?: Date | null;
  readonly repliedAt: Date | null;
  /** When this reader last asked the author for more time; absent until then. */
  readonly moreTimeAskedAt?: Date;
  /** When the author last gave time to this reader, who had none left; absent until then. They are told by mail. */
  readonly moreTimeGivenAt?: Date;
  /** When the author last had the notification sent again; absent until then. */
  readonly notifiedAgainAt?: Date;
  /** Absent until the first opening: $min would keep a null, which sorts below every date. */
  readonly openings: { readonly firstAt?: Date; readonly lastAt?: Date };
  /** By attachment id. */
  readonly downloads: Readonly<Record<string, { firstAt: Date; lastAt: Date; count: number }>>;
}

export interface StoredAttachment {
  readonly attachmentId: string;
  readonly size: number;
  /** Keyed digest of the content: tells whether a retry brings the same file. */
  readonly digest: string;
  readonly key: StoredKey;
}

/** Another message that stands below this one, sealed under the key of that other: nobody can read it for longer. */
export interface StoredQuote {
  readonly messageId: string;
  readonly sealedHtml: Buffer;
}

/** What the recipients of a message may do with it beside reading. */
export interface MessagePolicy {
  readonly allowReply: boolean;
  readonly allowReplyAll: boolean;
  readonly allowPrint: boolean;
  readonly allowDownload: boolean;
}

/** A copy of what was sent, as ordinary mail inside the organisation: the sender's own, or the archive's. */
export interface MessageCopy {
  readonly kind: 'copy' | 'archive-copy';
  readonly address: string;
}

/** The only authority on who may read what until when. */
export interface MessageDocument {
  readonly _id: string;
  /** `purged`: who and when are kept, content and keys are gone. */
  readonly state: 'pending' | 'accepted' | 'purged';
  readonly author: MessageAuthor;
  /** Keyed digest over all that was sent: tells a retry from another content under the same send key. */
  readonly digest: string;
  readonly threadId: string;
  /** The message this one answers. */
  readonly inReplyTo: string | null;
  readonly key: StoredKey;
  readonly sealedContent: Buffer;
  /** What an answer quotes, the answered message first; absent where it quotes nothing. */
  readonly quotes?: readonly StoredQuote[];
  /** The subject once more, by itself: a list need not unseal whole messages. */
  readonly sealedSubject: Buffer;
  readonly recipients: readonly MessageRecipient[];
  readonly attachments: readonly StoredAttachment[];
  readonly policy: MessagePolicy;
  /** Whether the author is told by mail when a recipient first opens it. */
  readonly wantsReceipt?: boolean;
  /** By the policy in force when it was accepted; a later change of that owes nothing. */
  readonly copies?: readonly MessageCopy[];
  readonly createdAt: Date;
  readonly acceptedAt: Date | null;
  /** Raised by every change of rights. */
  readonly version: number;
  /** Raised by what owes a mail and changes no entry, as a first opening that its author is told of; absent before the first. */
  readonly notices?: number;
  readonly isProjectionOwed: boolean;
  /** From here on it may be purged; null while somebody in the portal may read it without end. */
  readonly purgeAt?: Date | null;
  /** Keyed hashes of the words its sender can search for; only of staff, and only once it was projected. */
  readonly words?: readonly string[];
}

const date = { type: Date, default: null };
const text = { type: String, required: true };
const flag = { type: Boolean, required: true };

const recipientSchema = new mongoose.Schema<MessageRecipient>(
  {
    deliveryId: text,
    address: text,
    name: { type: String, default: '' },
    kind: text,
    route: text,
    accountId: { type: String, default: null },
    verificationHash: String,
    expiresAt: date,
    recalledAt: date,
    replaces: String,
    notifiedAt: date,
    bouncedAt: date,
    bounceReason: { type: String, default: null },
    delayedAt: Date,
    repliedAt: date,
    moreTimeAskedAt: Date,
    moreTimeGivenAt: Date,
    notifiedAgainAt: Date,
    openings: { firstAt: Date, lastAt: Date },
    downloads: { type: mongoose.Schema.Types.Mixed, default: () => ({}) },
  },
  { _id: false, minimize: false },
);

const attachmentSchema = new mongoose.Schema<StoredAttachment>(
  { attachmentId: text, size: { type: Number, required: true }, digest: text, key: { type: wrappedKeySchema, required: true } },
  { _id: false },
);

const messageSchema = new mongoose.Schema<MessageDocument>(
  {
    _id: text,
    state: text,
    author: {
      kind: text,
      id: text,
      address: text,
      name: { type: String, default: '' },
      deliveryId: { type: String, default: null },
    },
    digest: text,
    threadId: text,
    inReplyTo: { type: String, default: null },
    key: { type: wrappedKeySchema, required: true },
    sealedContent: { type: Buffer, required: true },
    sealedSubject: { type: Buffer, required: true },
    quotes: { type: [{ messageId: text, sealedHtml: { type: Buffer, required: true }, _id: false }], default: undefined },
    recipients: [recipientSchema],
    attachments: [attachmentSchema],
    policy: { allowReply: flag, allowReplyAll: flag, allowPrint: flag, allowDownload: flag },
    wantsReceipt: { type: Boolean, default: false },
    copies: { type: [{ kind: text, address: text, _id: false }], default: undefined },
    createdAt: { type: Date, required: true },
    acceptedAt: date,
    version: { type: Number, required: true },
    notices: Number,
    isProjectionOwed: { type: Boolean, required: true },
    purgeAt: date,
    // Nobody but the search asks for them.
    words: { type: [String], default: undefined, select: false },
  },
  { collection: 'messages', versionKey: false, minimize: false },
);
messageSchema.index({ acceptedAt: 1, _id: 1 }, { name: 'projection-owed', partialFilterExpression: { isProjectionOwed: true } });
messageSchema.index({ createdAt: 1, _id: 1 }, { name: 'pending', partialFilterExpression: { state: 'pending' } });
messageSchema.index({ 'recipients.verificationHash': 1, _id: 1 }, { name: 'verification', sparse: true });
messageSchema.index({ purgeAt: 1, _id: 1 }, { name: 'purge', partialFilterExpression: { purgeAt: { $gt: new Date(0) } } });
messageSchema.index(
  { 'author.id': 1, acceptedAt: -1, _id: -1 },
  { name: 'sent', partialFilterExpression: { 'author.kind': 'staff' } },
);
messageSchema.index(
  { 'author.id': 1, words: 1, acceptedAt: -1, _id: -1 },
  { name: 'sent-search', partialFilterExpression: { words: { $exists: true } } },
);
messageSchema.index({ 'key.keyId': 1, _id: 1 }, { name: 'key' });
messageSchema.index({ 'attachments.key.keyId': 1, _id: 1 }, { name: 'attachment-key' });

export const Messages = mongoose.model('messages', messageSchema);
