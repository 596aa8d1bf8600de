import { createHash } from 'node:crypto';
import type { Api, FileToUpload } from '../../addin/api.ts';
import { type RuledOption, discardUpload, findSend, readSendPolicy, renewUploads, sendMessage } from '../../contract/send.ts';

type Answer = (input: never) => unknown;

export const aPolicy = {
  organisationName: 'Harbour Clinic',
  organisationDomains: ['harbour.example'],
  senders: ['alex@harbour.example'],
  maxAttachmentsBytes: 1000,
  maxInsideBytes: 500,
  maxExpiresInDays: 365,
  mayNeverExpire: true,
  subjectTag: '[Secure]',
  defaults: {
    expiresInDays: 30,
    allowReply: true,
    allowReplyAll: true,
    allowPrint: true,
    allowDownload: true,
    readReceipt: false,
  },
  fixed: [] as RuledOption[],
};

export const anAcceptance = { messageId: 'm'.repeat(22), acceptedAt: '2026-11-22T09:12:00.000Z', recipientCount: 1 };

/** A server that accepts everything, unless a test answers otherwise; it remembers what it was asked; `kept` are the ids of uploads that nobody threw away. */
export function fakeApi(answers: { [path: string]: Answer } = {}, upload?: (file: FileToUpload) => Promise<void>) {
  const calls: { path: string; input: Record<string, unknown> }[] = [];
  const uploads: FileToUpload[] = [];
  const kept = new Set<string>();
  let switches = 0;
  const usual: { [path: string]: Answer } = {
    [readSendPolicy.path]: () => aPolicy,
    [sendMessage.path]: () => anAcceptance,
    [findSend.path]: () => ({ accepted: null }),
    [discardUpload.path]: ({ uploadId }: { uploadId: string }) => void kept.delete(uploadId),
    [renewUploads.path]: () => ({ leaseEndsAt: anAcceptance.acceptedAt }),
  };
  const call = (async ({ path }: { path: string }, input: Record<string, unknown>) => {
    calls.push({ path, input });
    return (answers[path] ?? usual[path])?.(input as never);
  }) as unknown as Api['call'];
  const api: Api = {
    call,
    callQuietly: call,
    upload: async (file) => {
      const uploadId = String(uploads.push(file)).padStart(22, '0');
      await upload?.(file);
      kept.add(uploadId);
      const sha256 = createHash('sha256')
        .update(Buffer.from(await file.content.arrayBuffer()))
        .digest('hex');
      return { uploadId, size: file.content.size, sha256, leaseEndsAt: anAcceptance.acceptedAt };
    },
    signIn: async () => undefined,
    switchAccount: async () => void (switches += 1),
  };
  const inputsOf = (path: string) => calls.filter((call) => call.path === path).map(({ input }) => input);
  return { api, uploads, kept, inputsOf, switches: () => switches };
}
