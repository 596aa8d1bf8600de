import { act } from '@testing-library/react';
import type { ErrorCode } from '../../contract/errors.ts';

interface Pending {
  readonly name: string;
  answer(status: number, body: object): void;
  breakLine(): void;
}

/** Takes the place of the browser's uploads: each waits until a test says what became of it. */
export function takeUploads() {
  const pending: Pending[] = [];
  const take = (name: string) => {
    const at = pending.findIndex((upload) => upload.name === name);
    const [upload] = at < 0 ? [] : pending.splice(at, 1);
    if (!upload) throw new Error(`no upload of ${name} is on its way`);
    return upload;
  };
  globalThis.XMLHttpRequest = class {
    status = 0;
    responseText = '';
    upload = {};
    onload: (() => void) | null = null;
    onabort: (() => void) | null = null;
    onerror: (() => void) | null = null;
    open(): void {}
    setRequestHeader(): void {}
    getResponseHeader(): null {
      return null;
    }
    abort(): void {
      this.onabort?.();
    }
    send(form: FormData): void {
      const answer = (status: number, body: object) => {
        this.status = status;
        this.responseText = JSON.stringify(body);
        this.onload?.();
      };
      pending.push({ name: nameOf(form), answer, breakLine: () => this.onerror?.() });
    }
  } as unknown as typeof XMLHttpRequest;
  return {
    breakLine: (name: string) => act(() => take(name).breakLine()),
    waiting: () => pending.map(({ name }) => name),
    finish: (name: string, uploadId: string) =>
      act(() => take(name).answer(201, { uploadId, size: 7, sha256: '', leaseEndsAt: '2026-11-22T10:12:00.000Z' })),
    refuse: (name: string, code: ErrorCode, limit?: number) =>
      act(() => take(name).answer(413, { error: { code, requestId: 'request', ...(limit === undefined ? {} : { limit }) } })),
  };
}

function nameOf(form: FormData): string {
  const file = form.get('file');
  if (file === null || typeof file === 'string') throw new Error('an upload without a file');
  return file.name;
}
