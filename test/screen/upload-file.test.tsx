import { Blob } from 'node:buffer';
import { beforeEach, expect, test } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { uploadReplyFile } from '../../contract/compose.ts';
import { uploadFile } from '../../screen/upload-file.ts';
import { takeUploads } from '../support/fake-upload.ts';

let uploads: ReturnType<typeof takeUploads>;
beforeEach(() => {
  uploads = takeUploads();
});

const aFile = (signal?: AbortSignal) => ({
  endpoint: uploadReplyFile,
  content: new Blob(['content']) as globalThis.Blob,
  name: 'scan.pdf',
  ...(signal ? { signal } : {}),
});
const isOnItsWay = () => waitFor(() => expect(uploads.waiting()).toEqual(['scan.pdf']));

test('a file arrives and gets its number', async () => {
  const upload = uploadFile(aFile());
  await isOnItsWay();
  uploads.finish('scan.pdf', 'upload-0123456789_abcd');
  await expect(upload).resolves.toMatchObject({ uploadId: 'upload-0123456789_abcd' });
});

test('what fails for a moment is sent again', async () => {
  const upload = uploadFile(aFile(), [1, 1]);
  await isOnItsWay();
  uploads.breakLine('scan.pdf');
  await isOnItsWay();
  uploads.refuse('scan.pdf', 'database_unavailable');
  await isOnItsWay();
  uploads.finish('scan.pdf', 'upload-0123456789_abcd');
  await expect(upload).resolves.toMatchObject({ uploadId: 'upload-0123456789_abcd' });
});

test('without a connection it gives up after the last try and says so', async () => {
  const upload = uploadFile(aFile(), [1]);
  const failed = expect(upload).rejects.toMatchObject({ code: 'offline' });
  await isOnItsWay();
  uploads.breakLine('scan.pdf');
  await isOnItsWay();
  uploads.breakLine('scan.pdf');
  await failed;
});

test('what the server refuses is not sent again', async () => {
  const upload = uploadFile(aFile(), [1, 1]);
  const failed = expect(upload).rejects.toMatchObject({ code: 'attachment_too_large', details: { limit: 1024 } });
  await isOnItsWay();
  uploads.refuse('scan.pdf', 'attachment_too_large', 1024);
  await failed;
  expect(uploads.waiting()).toEqual([]);
});

test('a cancelled upload ends at once, also while it waits to be sent again', async () => {
  const stop = new AbortController();
  const upload = uploadFile(aFile(stop.signal), [60_000]);
  const ended = expect(upload).rejects.toMatchObject({ name: 'AbortError' });
  await isOnItsWay();
  uploads.breakLine('scan.pdf');
  stop.abort();
  await ended;
});
