import type * as z from 'zod/mini';
import { CallError, type FailureCode } from '../../contract/call.ts';
import { limits } from '../../contract/limits.ts';
import { sendMessage } from '../../contract/send.ts';
import type { UploadedFile } from '../../screen/upload-file.ts';
import { waitBeforeNextTry } from '../../screen/wait-before-next-try.ts';
import type { Api } from '../api.ts';
import { untilAborted } from '../outlook/until-aborted.ts';
import type { SendPolicy } from './find-problems.ts';
import { keepLeases } from './keep-leases.ts';
import { forgetUploads, noteUpload, takeLeftovers } from './leftover-uploads.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import { type UploadProgress, discardUploads, uploadFiles } from './upload-files.ts';

export type SendOptions = SendPolicy['defaults'];
export type Accepted = z.output<typeof sendMessage.output>;

export interface Delivery {
  readonly api: Api;
  readonly message: OutgoingMessage;
  readonly options: SendOptions;
  readonly sendKey: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: UploadProgress) => void;
  /** Asked once the files have arrived, which may take long, with the SHA-256 of each in lower-case hex; what it throws ends the delivery. */
  readonly confirm: (digests: readonly string[]) => Promise<void>;
  /** Told what was handed over, in the same way. */
  readonly onAccepted: (digests: readonly string[]) => Promise<void>;
  /** Told, in the same way, what is about to be handed over; from here on it cannot be cancelled any more. */
  readonly onHandingOver: (digests: readonly string[]) => Promise<void>;
}

/** The answer may be lost although the message was accepted; the same key makes asking again harmless. */
const unclear: ReadonlySet<FailureCode> = new Set([
  'offline',
  'unexpected',
  'database_unavailable',
  'identity_provider_unavailable',
]);
/** As long as a server takes to start again; nobody can cancel meanwhile, and trying again by hand is as safe. */
const WAITS_MS = [1000, 3000, 8000];
const PATIENCE_MS = 60_000;
/** After so long nothing is tried again by itself. */
const PATIENCE_FOR_ALL_MS = 90_000;
/** A line slower than this is as good as none. */
const SLOWEST_BYTES_PER_MS = 25;

/** Uploads the files, then hands the message over; asks again with the same key where an answer was lost.
 *  @throws UnreadableAttachment | CallError | OutlookError; an AbortError after a cancel. Then nothing was accepted, unless the answer was lost. */
export async function deliverMessage(delivery: Delivery, waitsMs: readonly number[] = WAITS_MS): Promise<Accepted> {
  const { api, message, sendKey, signal, onProgress, onHandingOver } = delivery;
  const uploads = new Map<string, UploadedFile>();
  const uploadIds = () => [...uploads.values()].map(({ uploadId }) => uploadId);
  const digests = () => message.files.map(({ id }) => uploads.get(id)?.sha256 ?? '');
  const stopRenewing = keepLeases(api, uploadIds);
  void discardUploads(api, takeLeftovers(sendKey));
  try {
    const onUploaded = ({ id }: { id: string }, uploaded: UploadedFile) => {
      uploads.set(id, uploaded);
      noteUpload(sendKey, uploaded.uploadId);
    };
    await uploadFiles({ api, files: message.files, signal, onProgress, onUploaded });
    if (uploads.size > 0) await untilAborted(delivery.confirm(digests()), signal);
    await untilAborted(api.signIn(), signal);
    signal.throwIfAborted();
    await onHandingOver(digests());
    const accepted = await handOver(api, messageRequest(delivery, uploads), waitsMs);
    takeLeftovers(sendKey);
    await delivery.onAccepted(digests());
    return accepted;
  } catch (failure) {
    if (!isUnclear(failure)) {
      forgetUploads(sendKey, uploadIds());
      void discardUploads(api, uploadIds());
    }
    throw failure;
  } finally {
    stopRenewing();
  }
}

/** Whether a failure leaves open what happened. */
export function isUnclear(failure: unknown): boolean {
  return failure instanceof CallError && unclear.has(failure.code);
}

async function handOver(api: Api, request: z.input<typeof sendMessage.input>, waitsMs: readonly number[]): Promise<Accepted> {
  const patienceMs = PATIENCE_MS + Math.ceil(new Blob([JSON.stringify(request)]).size / SLOWEST_BYTES_PER_MS);
  const attempt = () => api.call(sendMessage, request, { patienceMs });
  const patienceEnds = Date.now() + PATIENCE_FOR_ALL_MS;
  for (const wait of waitsMs) {
    try {
      return await attempt();
    } catch (failure) {
      const waitMs = waitBeforeNextTry(failure, wait);
      if (waitMs === null || Date.now() > patienceEnds) throw failure;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return attempt();
}

function messageRequest(
  { message, options, sendKey }: Delivery,
  uploads: ReadonlyMap<string, UploadedFile>,
): z.input<typeof sendMessage.input> {
  return {
    sendKey,
    from: message.from,
    recipients: message.recipients.map(({ kind, name, address }) => ({ kind, address, name: oneLineName(name) })),
    subject: message.subject,
    html: message.html,
    inReplyTo: message.inReplyTo,
    options,
    attachments: message.files.map(({ id, name, contentType, contentId }) => ({
      uploadId: uploads.get(id)?.uploadId ?? '',
      sha256: uploads.get(id)?.sha256,
      name,
      contentType,
      contentId,
    })),
  };
}

function oneLineName(name: string): string {
  return name
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, limits.personNameCharacters);
}
