import { expect, test } from '@jest/globals';
import type { OutgoingFile } from '../../../addin/send/outgoing-file.ts';
import { type UploadProgress, uploadFiles } from '../../../addin/send/upload-files.ts';
import { CallError } from '../../../contract/call.ts';
import { discardUpload } from '../../../contract/send.ts';
import { fakeApi } from '../../support/fake-api.ts';

const file = (name: string): OutgoingFile => ({
  id: name,
  name,
  size: 10,
  contentType: 'text/plain',
  contentId: null,
  unreadable: null,
  read: async () => new Uint8Array(10),
});
const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

test('files go up three at a time, and the progress names them', async () => {
  let [open, most] = [0, 0];
  const { api, uploads } = fakeApi({}, async () => {
    open += 1;
    most = Math.max(most, open);
    await soon();
    open -= 1;
  });
  const told: UploadProgress[] = [];
  const files = ['a', 'b', 'c', 'd', 'e'].map(file);
  const arrived: string[] = [];
  await uploadFiles({
    api,
    files,
    signal: new AbortController().signal,
    onProgress: (progress) => told.push(progress),
    onUploaded: ({ name }) => arrived.push(name),
  });
  expect(uploads).toHaveLength(5);
  expect(most).toBe(3);
  expect(arrived.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(told[0]).toMatchObject({ fileName: 'a', fileNumber: 1, fileCount: 5, sentBytes: 0 });
  expect(told.at(-1)).toMatchObject({ fileName: 'e', fileNumber: 5, sentBytes: 50, totalBytes: 50 });
});

test('the first file that fails ends the others', async () => {
  const { api, uploads } = fakeApi({}, async ({ name, signal }) => {
    if (name === 'b') throw new CallError('attachment_too_large');
    await soon();
    signal.throwIfAborted();
  });
  const files = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(file);
  const job = { api, files, signal: new AbortController().signal, onProgress: () => undefined, onUploaded: () => undefined };
  await expect(uploadFiles(job)).rejects.toMatchObject({ code: 'attachment_too_large' });
  expect(uploads.length).toBeLessThanOrEqual(4);
});

test('a file that arrived otherwise than it was is sent once more, and is a failure if that is so again', async () => {
  for (const [wrongAnswers, code] of [
    [1, null],
    [2, 'broken_upload'],
  ] as const) {
    const { api, uploads, inputsOf } = fakeApi();
    const upload: typeof api.upload = async (one) => {
      const answer = await api.upload(one);
      return uploads.length <= wrongAnswers ? { ...answer, sha256: '0'.repeat(64) } : answer;
    };
    const job = { api: { ...api, upload }, files: [file('a')], signal: new AbortController().signal };
    const sending = uploadFiles({ ...job, onProgress: () => undefined, onUploaded: () => undefined });
    if (code) await expect(sending).rejects.toMatchObject({ code });
    else await sending;
    expect(uploads).toHaveLength(2);
    expect(inputsOf(discardUpload.path)).toHaveLength(1);
  }
});

test('after a cancel nothing more is uploaded', async () => {
  const cancelling = new AbortController();
  const { api, uploads } = fakeApi({}, async ({ signal }) => {
    cancelling.abort();
    await soon();
    signal.throwIfAborted();
  });
  const files = ['a', 'b', 'c', 'd', 'e'].map(file);
  const job = { api, files, signal: cancelling.signal, onProgress: () => undefined, onUploaded: () => undefined };
  await expect(uploadFiles(job)).rejects.toMatchObject({ name: 'AbortError' });
  expect(uploads.length).toBeLessThanOrEqual(3);
});
