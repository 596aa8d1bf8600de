import { beforeEach, expect, test } from '@jest/globals';
import * as account from '../../../contract/account.ts';
import * as passwords from '../../../contract/passwords.ts';
import * as secondStep from '../../../contract/second-step.ts';
import * as settings from '../../../contract/settings.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import { appCode, setUpApp, setUpPasskey } from '../../support/second-step.ts';
import { aMessageReceived, PASSWORD } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp();
beforeEach(forgetThrottles);

const NEW_PASSWORD = 'Winter-Sun-43-Candle';

test('changing the way in prolongs neither the session nor the ten minutes in which it may be changed', async () => {
  const { recipient } = await aMessageReceived(app);
  const { absoluteEndsAt } = await recipient.call(account.readSession, {});
  app.clock.advance(9 * MINUTE);
  const { session } = await setUpPasskey(recipient);
  expect(session.absoluteEndsAt).toBe(absoluteEndsAt);
  app.clock.advance(MINUTE);
  for (const again of [() => setUpPasskey(recipient), () => setUpApp(app, recipient)])
    await expect(again()).rejects.toMatchObject({ code: 'confirmation_required' });
  await recipient.call(secondStep.confirmIdentity, { currentPassword: PASSWORD });
  await setUpApp(app, recipient);
  expect((await recipient.call(account.readSession, {})).absoluteEndsAt).toBe(absoluteEndsAt);
});

test('a changed password does not prolong the session', async () => {
  const { recipient } = await aMessageReceived(app);
  const { absoluteEndsAt } = await recipient.call(account.readSession, {});
  app.clock.advance(20 * MINUTE);
  await recipient.call(passwords.changePassword, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
  expect((await recipient.call(account.readSession, {})).absoluteEndsAt).toBe(absoluteEndsAt);
});

test('who has given the password only gets neither signature nor settings', async () => {
  const { recipient, address } = await aMessageReceived(app);
  await recipient.call(settings.changeSettings, { signature: 'Pat Doe, Harbour Street 5', timeZone: 'Europe/Berlin' });
  const { key } = await setUpApp(app, recipient);
  app.clock.advance(MINUTE);
  const visitor = app.visitor();
  const halfWay = await visitor.call(account.signIn, { address, password: PASSWORD });
  expect(halfWay.settings).toEqual(settings.defaultSettings);
  expect((await visitor.call(account.readSession, {})).settings).toEqual(settings.defaultSettings);
  const proof = { kind: 'app' as const, code: await appCode(app, key) };
  const opened = await visitor.call(secondStep.completeSecondStep, { proof });
  expect(opened.settings).toMatchObject({ signature: 'Pat Doe, Harbour Street 5', timeZone: 'Europe/Berlin' });
});
