import { expect, test } from '@jest/globals';
import { judgeFailure } from '../../../server/mail/judge-failure.ts';

const refusal = (command: string, response: string) =>
  Object.assign(new Error('refused'), {
    command,
    response,
    responseCode: Number(response.slice(0, 3)),
    permanent: response.startsWith('5'),
  });

test.each([
  ['RCPT TO', '550 5.1.1 no such user', { isFinal: true, reason: 'unknown-address' }],
  ['DATA', '552 5.2.2 mailbox is full', { isFinal: true, reason: 'mailbox-full' }],
  ['DATA', '552 too much', { isFinal: true, reason: 'too-large' }],
  ['DATA', '552 5.3.4 too much', { isFinal: true, reason: 'too-large' }],
  ['RCPT TO', '550 5.1.8 sender address rejected: domain not found', { isFinal: false }],
  ['DATA', '550 5.7.60 client does not have permissions to send as this sender', { isFinal: false }],
  ['MAIL FROM', '550 5.7.1 not allowed', { isFinal: false }],
  ['RCPT TO', '450 4.2.1 try later', { isFinal: false }],
])('%s answered by "%s" is judged by what it is about', (command, response, judged) => {
  expect(judgeFailure(refusal(command, response))).toMatchObject(judged);
});
