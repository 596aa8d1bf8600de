import { beforeEach, expect, test } from '@jest/globals';
import * as account from '../../../../contract/account.ts';
import * as mailbox from '../../../../contract/mailbox.ts';
import * as passkeys from '../../../../contract/passkeys.ts';
import * as secondStep from '../../../../contract/second-step.ts';
import * as sessions from '../../../../contract/sessions.ts';
import * as settings from '../../../../contract/settings.ts';
import { findByAddress } from '../../../../server/store/accounts.ts';
import { setRecoveryCodes } from '../../../../server/store/second-steps.ts';
import { forgetThrottles } from '../../../support/forget-throttles.ts';
import { halfWayIn, setUpApp, setUpPasskey } from '../../../support/second-step.ts';
import { aMessageReceived, PASSWORD } from '../../../support/story.ts';
import { useApp } from '../../../support/test-app.ts';
import { MINUTE } from '../../../support/test-clock.ts';

const app = useApp({ SECOND_STEP: 'required' });
beforeEach(forgetThrottles);

test('where a second step is required, a password reaches only the pages that set one up', async () => {
  const { recipient, deliveryId } = await aMessageReceived(app);
  expect(await recipient.call(account.readSession, {})).toMatchObject({ state: 'second-step-setup' });
  for (const [endpoint, input] of [
    [mailbox.openMessage, { deliveryId }],
    [mailbox.listDeliveries, { folder: 'inbox' as const }],
    [settings.changeSettings, { signature: 'x' }],
    [sessions.listSessions, {}],
    [secondStep.renewRecoveryCodes, {}],
  ] as const)
    await expect(recipient.call(endpoint, input as never)).rejects.toMatchObject({ code: 'second_step_missing' });
  const { absoluteEndsAt } = await recipient.call(account.readSession, {});
  app.clock.advance(MINUTE);
  await recipient.call(secondStep.confirmIdentity, { currentPassword: PASSWORD });
  expect(await recipient.call(account.readSession, {})).toMatchObject({ state: 'second-step-setup', absoluteEndsAt });
  await setUpApp(app, recipient);
  expect(await recipient.call(account.readSession, {})).toMatchObject({ state: 'open' });
  await recipient.call(mailbox.openMessage, { deliveryId });
});

test('a passkey is a second step too: it comes with recovery codes and is asked for behind the password', async () => {
  const { recipient, address, deliveryId } = await aMessageReceived(app);
  const { passkey, recoveryCodes, session } = await setUpPasskey(recipient);
  expect(session.state).toBe('open');
  expect(recoveryCodes).toHaveLength(10);
  const visitor = await halfWayIn(app, address);
  expect(await visitor.call(account.readSession, {})).toMatchObject({ secondStepKinds: ['passkey', 'recovery-code'] });
  const { options } = await visitor.call(secondStep.requestSecondStepPasskey, {});
  await visitor.call(secondStep.completeSecondStep, { proof: { kind: 'passkey', answer: passkey.answer(options) } });
  await visitor.call(mailbox.openMessage, { deliveryId });
  expect((await setUpPasskey(visitor, 'Another')).recoveryCodes).toEqual([]);
});

test('where a crash kept recovery codes and lost the passkey that they came with, the next one comes with new codes', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const accountId = (await findByAddress(address))?._id ?? '';
  await setRecoveryCodes(
    accountId,
    Array.from({ length: 10 }, (_, at) => `seen by nobody ${at}`),
  );
  const { recoveryCodes } = await setUpPasskey(recipient);
  expect(recoveryCodes).toHaveLength(10);
  const visitor = await halfWayIn(app, address);
  const [code = ''] = recoveryCodes;
  await visitor.call(secondStep.completeSecondStep, { proof: { kind: 'recovery-code', code } });
  expect(await visitor.call(account.readSession, {})).toMatchObject({ state: 'open' });
});

test('the last second step cannot be removed, one of two can', async () => {
  const { recipient } = await aMessageReceived(app);
  await setUpApp(app, recipient);
  await expect(recipient.call(secondStep.removeAuthenticatorApp, {})).rejects.toMatchObject({ code: 'last_second_step' });
  const { passkeyId } = await setUpPasskey(recipient);
  await recipient.call(secondStep.removeAuthenticatorApp, {});
  await expect(recipient.call(passkeys.removePasskey, { passkeyId })).rejects.toMatchObject({ code: 'last_second_step' });
});

test('the passkey of somebody else, or one asked for in another window, is no second step', async () => {
  const [pat, sam] = [await aMessageReceived(app), await aMessageReceived(app)];
  const own = await setUpPasskey(pat.recipient);
  const other = await setUpPasskey(sam.recipient);
  const [visitor, second] = [await halfWayIn(app, pat.address), await halfWayIn(app, pat.address)];
  const ask = async () => (await visitor.call(secondStep.requestSecondStepPasskey, {})).options;
  const give = (client: typeof visitor, answer: ReturnType<typeof own.passkey.answer>) =>
    client.call(secondStep.completeSecondStep, { proof: { kind: 'passkey', answer } });
  await expect(give(visitor, other.passkey.answer(await ask()))).rejects.toMatchObject({ code: 'passkey_wrong' });
  await expect(give(second, own.passkey.answer(await ask()))).rejects.toMatchObject({ code: 'passkey_wrong' });
  await give(visitor, own.passkey.answer(await ask()));
});
