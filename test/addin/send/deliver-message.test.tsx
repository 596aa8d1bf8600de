import { expect, jest, test } from '@jest/globals';
import { type Delivery, deliverMessage } from '../../../addin/send/deliver-message.ts';
import { outgoingMessage } from '../../../addin/send/outgoing-message.ts';
import type { Api } from '../../../addin/api.ts';
import { CallError } from '../../../contract/call.ts';
import { discardUpload, sendMessage } from '../../../contract/send.ts';
import { anAcceptance, fakeApi } from '../../support/fake-api.ts';
import { anAttachment, placeFakeOffice } from '../../support/place-fake-office.ts';

const delivery = async (api: Api): Promise<Delivery> => ({
  api,
  message: await outgoingMessage({
    from: { name: 'Alex', address: 'alex@harbour.example' },
    recipients: [{ kind: 'to', name: 'Pat\r\nDoe', address: 'pat@client.example', isList: false }],
    subject: 'Scan',
    html: '<p>Dear Pat</p>',
    attachments: [{ ...anAttachment(), kind: 'file' }],
    inReplyTo: null,
  }),
  options: {
    expiresInDays: null,
    allowReply: true,
    allowReplyAll: true,
    allowPrint: true,
    allowDownload: true,
    readReceipt: true,
  },
  sendKey: 'k'.repeat(22),
  signal: new AbortController().signal,
  onProgress: () => undefined,
  confirm: async () => undefined,
  onHandingOver: async () => undefined,
  onAccepted: async () => undefined,
});

test('an answer that is lost is asked for again under the same key, without uploading again', async () => {
  placeFakeOffice({ draft: { attachments: [anAttachment()] }, contents: { a1: 'scan' } });
  let tries = 0;
  const { api, uploads, inputsOf } = fakeApi({
    [sendMessage.path]: () => {
      tries += 1;
      if (tries < 3) throw new CallError('offline');
      return anAcceptance;
    },
  });
  await expect(deliverMessage(await delivery(api), [1, 1])).resolves.toEqual(anAcceptance);
  expect(inputsOf(sendMessage.path).map(({ sendKey }) => sendKey)).toEqual(Array.from({ length: 3 }, () => 'k'.repeat(22)));
  expect(uploads).toHaveLength(1);
  expect(inputsOf(sendMessage.path)[0]).toMatchObject({ recipients: [{ name: 'Pat Doe' }] });
});

test('a refused message leaves no uploads; one whose answer stays lost keeps them, for it may have been accepted', async () => {
  placeFakeOffice({ draft: { attachments: [anAttachment()] }, contents: { a1: 'scan' } });
  for (const [code, discarded] of [
    ['too_many_recipients', 1],
    ['offline', 0],
  ] as const) {
    const { api, inputsOf } = fakeApi({
      [sendMessage.path]: () => {
        throw new CallError(code);
      },
    });
    await expect(deliverMessage(await delivery(api), [1])).rejects.toMatchObject({ code });
    expect(inputsOf(discardUpload.path)).toHaveLength(discarded);
  }
});

test('a long text on a slow line gets the time it needs', async () => {
  placeFakeOffice({ draft: { attachments: [anAttachment()] }, contents: { a1: 'scan' } });
  const { api } = fakeApi();
  const call = jest.spyOn(api, 'call');
  const usual = await delivery(api);
  await deliverMessage({ ...usual, message: { ...usual.message, html: 'ä'.repeat(2_500_000) } });
  const waitsMs = call.mock.calls.at(-1)?.[2]?.patienceMs;
  expect(waitsMs).toBeGreaterThan(260_000);
  expect(waitsMs).toBeLessThan(262_000);
});
