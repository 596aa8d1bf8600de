import { expect, test } from '@jest/globals';
import { realParts } from '../../../demo/real-parts.ts';
import { situationOf, stepsFor } from '../../../demo/start-page/what-to-try.ts';

const buttonsWith = (given: Record<string, string>) => stepsFor(realParts(given)).map(({ button }) => button?.label ?? null);

test('the start page has three steps with a button each, and says that no mail leaves the machine', () => {
  expect(buttonsWith({})).toEqual(['Write a secure message', "Open the recipient's mail", 'Read the reply']);
  expect(situationOf('Harbour Clinic', realParts({})).join(' ')).toMatch(/made-up organisation .* No mail leaves it\.$/);
});

test('with a relay the start page warns that mail leaves, and sends nobody to look for it among the caught', () => {
  const given = { RELAY_SMTP_URL: 'smtp://127.0.0.1:25', RELAY_SMTP_TLS: 'none' };
  expect(situationOf('Harbour Clinic', realParts(given)).join(' ')).toMatch(/leaves through your relay/);
  expect(buttonsWith(given)).toEqual(['Write a secure message', null, 'Read the reply']);
});

test('with a mail server of its own the organisation gets the answer there', () => {
  expect(buttonsWith({ ORGANISATION_SMTP_URL: 'smtp://mail.example' })).toEqual([
    'Write a secure message',
    "Open the recipient's mail",
    null,
  ]);
});

test('with a sign-in of its own the organisation writes in Outlook: nobody there knows the simulated one', () => {
  expect(buttonsWith({ ENTRA_TENANT_IDS: 'tenant' })).toEqual([
    'Open the manifest',
    "Open the recipient's mail",
    'Read the reply',
  ]);
});
