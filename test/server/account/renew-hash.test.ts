import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { createPasswordHashes } from '../../../server/security/password-hashes.ts';
import { findByAddress, renewHashIfStill, setPasswordIfStill } from '../../../server/store/accounts.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import { aMessageReceived, PASSWORD, signedIn } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
beforeEach(forgetThrottles);

/** Somebody whose password was hashed at another cost than new ones are. */
async function aRecipientOfLongAgo() {
  const { address } = await aMessageReceived(app);
  const earlier = await createPasswordHashes({ memoryCost: 32, timeCost: 1 }).hash(PASSWORD);
  await mongoose.connection.collection('accounts').updateOne({ address }, { $set: { passwordHash: earlier } });
  const kept = async () => (await findByAddress(address))?.passwordHash ?? '';
  return { address, earlier, kept };
}

test('a hash of another cost is made anew by the next sign-in, not by a wrong password', async () => {
  const { address, earlier, kept } = await aRecipientOfLongAgo();
  await expect(signedIn(app, address, 'Wrong-Moon-42-Lantern')).rejects.toMatchObject({ code: 'credentials_wrong' });
  expect(await kept()).toBe(earlier);
  await signedIn(app, address);
  const renewed = await kept();
  expect(app.context.passwordHashes.isCurrent(renewed)).toBe(true);
  await signedIn(app, address);
  expect(await kept()).toBe(renewed);
});

test('five who sign in at once all get in, and the hash is made anew once', async () => {
  const { address, kept } = await aRecipientOfLongAgo();
  await Promise.all(Array.from({ length: 5 }, () => signedIn(app, address)));
  expect(app.context.passwordHashes.isCurrent(await kept())).toBe(true);
});

test('a password that changes at the same moment stays changed', async () => {
  const { address, kept } = await aRecipientOfLongAgo();
  const { _id = '' } = (await findByAddress(address)) ?? {};
  for (let round = 1; round <= 10; round += 1) {
    const known = await findByAddress(address);
    if (!known) throw new Error('no account');
    await Promise.all([
      renewHashIfStill(_id, await kept(), `renewed ${round}`),
      setPasswordIfStill(known, `changed ${round}`, new Date()),
    ]);
    expect(await kept()).toBe(`changed ${round}`);
  }
  expect(await renewHashIfStill(_id, 'another one', 'renewed')).toBe(false);
});
