import { beforeEach, expect, jest, test } from '@jest/globals';
import { sweepUploads } from '../../../server/expire/sweep-uploads.ts';
import { acceptMessage, type Draft, messageIdOf } from '../../../server/message/accept-message.ts';
import { acceptIfPending, findMessage } from '../../../server/store/messages.ts';
import { forgetClaimed } from '../../../server/store/uploads.ts';
import { aDraft, aDraftFile, ahead, killedAt, textsOfFiles } from '../../support/draft.ts';
import { forgetFiles, NOTHING_LEFT, storedFiles } from '../../support/leftovers.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp();
jest.setTimeout(60_000);

beforeEach(forgetFiles);

const inElevenMinutes = () => ahead(app.context, 11 * MINUTE);
const filesAnew = (context = app.context) => Promise.all(['one', 'two'].map((text) => aDraftFile(context, text)));
const sweep = (minutes: number) => sweepUploads(ahead(app.context, minutes * MINUTE));
const codeOf = (result: PromiseSettledResult<unknown>) =>
  result.status === 'rejected' ? (result.reason as { code?: string }).code : 'accepted';

/** After everything has calmed down: either the whole message or nothing of it. */
async function expectAllOrNothing(draft: Draft): Promise<boolean> {
  for (let minutes = 22; minutes < 70; minutes += 15) await sweep(minutes);
  const message = await findMessage(messageIdOf(draft.author.id, draft.sendKey, app.context));
  if (!message) {
    expect(await storedFiles()).toEqual(NOTHING_LEFT);
    return false;
  }
  expect(message.state).toBe('accepted');
  expect(await textsOfFiles(message._id, app.context)).toEqual(['one', 'two']);
  expect(await storedFiles()).toEqual({ uploads: 0, files: 2, chunks: 2 });
  return true;
}

test('eight sends at the same moment with one key and the same files make one message, and all get the same answer', async () => {
  for (let round = 0; round < 10; round += 1) {
    await forgetFiles();
    const draft = aDraft({ attachments: await filesAnew() });
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => acceptMessage(draft, app.context)));
    expect(answers.map(codeOf)).toEqual(Array.from({ length: 8 }, () => 'accepted'));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await storedFiles()).toEqual({ uploads: 0, files: 2, chunks: 2 });
  }
});

test('sends at the same moment that each bring the files anew make one message, and the other copies go', async () => {
  for (let round = 0; round < 6; round += 1) {
    await forgetFiles();
    const draft = aDraft();
    const drafts = await Promise.all(Array.from({ length: 4 }, async () => ({ ...draft, attachments: await filesAnew() })));
    const answers = await Promise.allSettled(drafts.map((one) => acceptMessage(one, app.context)));
    expect(answers.map(codeOf)).toEqual(Array.from({ length: 4 }, () => 'accepted'));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await expectAllOrNothing(draft)).toBe(true);
  }
});

test('of two texts under one key at the same moment one is accepted and the other refused', async () => {
  for (let round = 0; round < 6; round += 1) {
    const draft = aDraft({ attachments: round % 2 === 0 ? [] : await filesAnew() });
    const texts = ['<p>one</p>', '<p>two</p>'];
    const answers = await Promise.allSettled(texts.map((html) => acceptMessage({ ...draft, html }, app.context)));
    expect(answers.map(codeOf).sort()).toEqual(['accepted', 'send_key_reused']);
  }
});

test.each([2, 3] as const)('a retry that meets the sweeper after a kill at step %i ends with all or nothing', async (reading) => {
  for (let round = 0; round < 8; round += 1) {
    await forgetFiles();
    const draft = aDraft({ attachments: await filesAnew() });
    await expect(acceptMessage(draft, killedAt(reading, app.context))).rejects.toThrow('killed');
    const [answer] = await Promise.allSettled([acceptMessage(draft, inElevenMinutes()), sweep(11), sweep(11)]);
    expect(['accepted', 'upload_not_found']).toContain(codeOf(answer));
    expect(await expectAllOrNothing(draft)).toBe(codeOf(answer) === 'accepted');
  }
});

test('a frozen server, the sweeper and a retry with new files at the same moment end with one whole message', async () => {
  for (let round = 0; round < 10; round += 1) {
    await forgetFiles();
    const draft = aDraft({ attachments: await filesAnew() });
    await expect(acceptMessage(draft, killedAt(3, app.context))).rejects.toThrow('killed');
    const frozen = await findMessage(messageIdOf(draft.author.id, draft.sendKey, app.context));
    if (!frozen) throw new Error('no message');
    const thaw = async () => {
      if (!(await acceptIfPending(frozen, app.clock.now()))) return false;
      await forgetClaimed(
        frozen.attachments.map(({ attachmentId }) => attachmentId),
        frozen._id,
      );
      return true;
    };
    const retry = async () => acceptMessage({ ...draft, attachments: await filesAnew(inElevenMinutes()) }, inElevenMinutes());
    const [thawed, , answer] = await Promise.allSettled([thaw(), sweep(11), retry()]);
    expect([codeOf(thawed), codeOf(answer)]).toEqual(['accepted', 'accepted']);
    expect(await expectAllOrNothing(draft)).toBe(true);
  }
});
