import { CallError } from '../../contract/call.ts';
import { discardUpload } from '../../contract/send.ts';
import type { UploadedFile } from '../../screen/upload-file.ts';
import type { Api } from '../api.ts';
import { untilAborted } from '../outlook/until-aborted.ts';
import { digestOutgoing } from './digest-outgoing.ts';
import type { OutgoingFile } from './outgoing-file.ts';

/** How far it is: the file begun last, its number, and bytes of all files together. */
export interface UploadProgress {
  readonly fileName: string;
  readonly fileNumber: number;
  readonly fileCount: number;
  readonly sentBytes: number;
  readonly totalBytes: number;
}

export interface UploadJob {
  readonly api: Api;
  readonly files: readonly OutgoingFile[];
  readonly signal: AbortSignal;
  readonly onProgress: (progress: UploadProgress) => void;
  /** Told each file that has arrived. */
  readonly onUploaded: (file: OutgoingFile, uploaded: UploadedFile) => void;
}

const AT_ONCE = 3;

/** Reads the files from Outlook and uploads them, three at a time; the first that fails ends the others.
 *  A file whose SHA-256 the server tells otherwise than it is computed here is uploaded once more.
 *  @throws UnreadableAttachment | CallError | OutlookError; an AbortError once `signal` says so */
export async function uploadFiles(job: UploadJob): Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  const end = () => ending.abort();
  job.signal.throwIfAborted();
  job.signal.addEventListener('abort', end);
  const progress = followProgress(job);
  const queue = [...job.files];
  const work = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      signal.throwIfAborted();
      await uploadOne(job, file, signal, progress);
    }
  };
  const workers = Array.from({ length: AT_ONCE }, work);
  try {
    await Promise.all(workers);
  } catch (failure) {
    end();
    await Promise.allSettled(workers);
    throw failure;
  } finally {
    job.signal.removeEventListener('abort', end);
  }
}

/** Throws uploads away, as far as the server can be reached; it sweeps up the rest by itself. */
export async function discardUploads(api: Api, uploadIds: readonly string[]): Promise<void> {
  await Promise.allSettled(uploadIds.map((uploadId) => api.callQuietly(discardUpload, { uploadId })));
}

async function uploadOne({ api, onUploaded }: UploadJob, file: OutgoingFile, signal: AbortSignal, progress: Progress) {
  progress.begin(file);
  const { content, sha256 } = await untilAborted(digestOutgoing(file, signal), signal);
  const onProgress = (sentBytes: number) => progress.sent(file, sentBytes);
  const upload = () => untilAborted(api.upload({ name: file.name, content, onProgress, signal }), signal);
  const isWhole = (answer: UploadedFile) => answer.sha256 === sha256;
  let uploaded = await upload();
  if (!isWhole(uploaded)) {
    await discardUploads(api, [uploaded.uploadId]);
    uploaded = await upload();
  }
  onUploaded(file, uploaded);
  if (!isWhole(uploaded)) throw new CallError('broken_upload');
  progress.sent(file, file.size);
}

type Progress = ReturnType<typeof followProgress>;

function followProgress({ files, onProgress }: UploadJob) {
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  const sentBytes = new Map<string, number>();
  let [fileName, fileNumber] = ['', 0];
  const tell = () => {
    const sent = [...sentBytes.values()].reduce((sum, bytes) => sum + bytes, 0);
    onProgress({ fileName, fileNumber, fileCount: files.length, sentBytes: Math.min(sent, totalBytes), totalBytes });
  };
  return {
    begin: (file: OutgoingFile) => {
      fileName = file.name;
      fileNumber += 1;
      tell();
    },
    sent: (file: OutgoingFile, bytes: number) => {
      sentBytes.set(file.id, Math.min(bytes, file.size));
      tell();
    },
  };
}
