import { expect, test } from '@jest/globals';
import { callOffice } from '../../../addin/outlook/call-office.ts';
import { composeItem } from '../../../addin/outlook/compose-item.ts';
import { placeFakeOffice } from '../../support/place-fake-office.ts';

const readSubject = () => callOffice<string>((done) => composeItem().subject.getAsync(done));

test('however much is asked, Outlook never gets more than three questions at a time', async () => {
  const outlook = placeFakeOffice({ draft: { subject: 'Scan' } });
  const subjects = await Promise.all(Array.from({ length: 20 }, readSubject));
  expect(subjects).toEqual(Array.from({ length: 20 }, () => 'Scan'));
  expect(outlook.mostAtOnce()).toBe(3);
});

test('a refusal of Outlook is one kind of failure, and the next question is answered', async () => {
  const answers = { 'subject.getAsync': () => Promise.reject(new Error('busy')) };
  placeFakeOffice({ answers });
  await expect(readSubject()).rejects.toMatchObject({ code: 'outlook_refused' });
  placeFakeOffice({ draft: { subject: 'Scan' } });
  await expect(readSubject()).resolves.toBe('Scan');
});

test('an Outlook that does not answer is not waited for without end', async () => {
  placeFakeOffice();
  await expect(callOffice(() => undefined, 20)).rejects.toMatchObject({ code: 'outlook_silent' });
});

test('an answer that comes twice counts once, and a late one is not taken for the next', async () => {
  placeFakeOffice();
  const succeeded = (value: string) => ({ status: 'succeeded', value }) as unknown as Office.AsyncResult<string>;
  const late: (() => void)[] = [];
  const answers = ['first', 'second', 'third'].map((word) =>
    callOffice<string>((done) => {
      done(succeeded(word));
      done(succeeded('again'));
      late.push(() => done(succeeded('late')));
    }),
  );
  expect(await Promise.all(answers)).toEqual(['first', 'second', 'third']);
  late.forEach((answer) => answer());
  const outlook = placeFakeOffice({ draft: { subject: 'Scan' } });
  expect(new Set(await Promise.all(Array.from({ length: 9 }, readSubject)))).toEqual(new Set(['Scan']));
  expect(outlook.mostAtOnce()).toBe(3);
});

test('a question that Outlook does not even take is a refusal', async () => {
  placeFakeOffice();
  const broken = () => {
    throw new TypeError('not a function');
  };
  await expect(callOffice(broken)).rejects.toMatchObject({ code: 'outlook_refused' });
});
