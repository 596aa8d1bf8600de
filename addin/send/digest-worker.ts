import { hexDigestOf } from './digest-of.ts';

/** Beside the page: takes a file's bytes with its media type, answers its SHA-256 and the file as the browser keeps it for uploading. */
self.addEventListener('message', ({ data }: MessageEvent<{ id: number; bytes: Uint8Array<ArrayBuffer>; type: string }>) => {
  const { id, bytes, type } = data;
  hexDigestOf(bytes).then(
    (sha256) => self.postMessage({ id, sha256, content: new Blob([bytes], { type }) }),
    (cause: unknown) => self.postMessage({ id, failure: String(cause) }),
  );
});
