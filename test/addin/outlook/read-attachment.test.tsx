import { afterEach, expect, jest, test } from '@jest/globals';
import { readAttachment } from '../../../addin/outlook/read-attachment.ts';
import { anAttachment, placeFakeOffice } from '../../support/place-fake-office.ts';

const file = (id: string, size = 5) => ({ ...anAttachment({ id, size }), kind: 'file' as const });
const going = new AbortController().signal;
const failing = { getAttachmentContentAsync: () => Promise.reject(new Error('no')) };
const answering = (content: string, format: string) => ({ getAttachmentContentAsync: () => ({ content, format }) });

afterEach(() => void jest.useRealTimers());

test('the bytes of a file arrive as they are', async () => {
  placeFakeOffice({ draft: { attachments: [anAttachment()] }, contents: { a1: 'Grüße' } });
  expect(Buffer.from(await readAttachment(file('a1'), going)).toString()).toBe('Grüße');
});

test('an empty file is a file', async () => {
  placeFakeOffice({ answers: answering('', 'base64') });
  expect(await readAttachment(file('a1', 0), going)).toHaveLength(0);
});

test.each([
  ['whose content Outlook keeps back', answering('', 'base64'), 'empty'],
  ['that is only a link to the cloud', answering('https://files.example/1', 'url'), 'cloud'],
  ['that is a mail', answering('Subject: x', 'eml'), 'item'],
  ['that is an appointment', answering('BEGIN:VCALENDAR', 'iCalendar'), 'item'],
  ['at which Outlook fails', failing, 'refused'],
  ['at which Outlook fails, and which is a kept mail,', failing, 'item', 'Offer.MSG'],
  ['at which Outlook fails, and which is a kept appointment,', failing, 'item', 'visit.ics'],
])('an attachment %s is refused with the reason', async (_what, answers, reason, name = 'scan.pdf') => {
  placeFakeOffice({ answers });
  await expect(readAttachment({ ...file('a1'), name }, going)).rejects.toMatchObject({ attachment: { id: 'a1', name }, reason });
});

test('a message that is not open any more is not told as a file that cannot be had', async () => {
  placeFakeOffice();
  Object.assign(Office.context.mailbox, { item: null });
  await expect(readAttachment(file('a1'), going)).rejects.toMatchObject({ code: 'draft_gone' });
});

test('files are read one after the other, and one that fails does not hold up the next', async () => {
  let [open, most] = [0, 0];
  const getAttachmentContentAsync = async (id: unknown) => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 5));
    open -= 1;
    return id === 'b' ? { content: '', format: 'url' } : { content: 'YWJj', format: 'base64' };
  };
  placeFakeOffice({ answers: { getAttachmentContentAsync } });
  const readings = await Promise.allSettled(['a', 'b', 'c'].map((id) => readAttachment(file(id), going)));
  expect(readings.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(most).toBe(1);
});

test('a reading that is cancelled ends at once, and Outlook may answer it never or late: the next one does not wait', async () => {
  const cancelling = new AbortController();
  const getAttachmentContentAsync = (id: unknown) =>
    id === 'a' ? new Promise<never>(() => undefined) : { content: 'YWJj', format: 'base64' };
  placeFakeOffice({ answers: { getAttachmentContentAsync } });
  const readings = ['a', 'b'].map((id) => readAttachment(file(id), cancelling.signal));
  await new Promise((resolve) => setTimeout(resolve, 5));
  cancelling.abort();
  for (const reading of readings) await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(Buffer.from(await readAttachment(file('c'), going)).toString()).toBe('abc');
});

test('an attachment that Outlook never hands over is given up after three minutes, and the next one is read', async () => {
  jest.useFakeTimers();
  const getAttachmentContentAsync = (id: unknown) =>
    id === 'a' ? new Promise<never>(() => undefined) : { content: 'YWJj', format: 'base64' };
  placeFakeOffice({ answers: { getAttachmentContentAsync } });
  const readings = Promise.allSettled(['a', 'b'].map((id) => readAttachment(file(id), going)));
  await jest.advanceTimersByTimeAsync(179_000);
  expect(await Promise.race([readings, Promise.resolve('waiting')])).toBe('waiting');
  await jest.advanceTimersByTimeAsync(2000);
  expect(await readings).toMatchObject([{ status: 'rejected', reason: { code: 'outlook_silent' } }, { status: 'fulfilled' }]);
});
