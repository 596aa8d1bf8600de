import { expect, test } from '@jest/globals';
import { pageSettings as schema } from '../../../screen/read-page-settings.ts';
import { pageSettings } from '../../../server/http/pages.ts';
import { fileBytesBeside } from '../../../server/mail-size.ts';
import { testConfig } from '../../support/test-config.ts';

test('the portal is told how much the files of a reply may have, as it was set', () => {
  const settings = pageSettings(testConfig({ MAX_REPLY_ATTACHMENTS_BYTES: '10485760' }));
  expect(schema.parse(settings)).toMatchObject({ replyAttachmentsBytes: 10_485_760, passwordMinLength: 8 });
});

test.each([{}, { ORGANISATION_MAIL_MAX_BYTES: '10485760' }])(
  'files of the size that the portal names fit into the mail that staff get, beside a long letter (%j)',
  (settings) => {
    const config = testConfig(settings);
    const { replyAttachmentsBytes } = pageSettings(config);
    const letter = 'Dear Alex, '.repeat(20_000);
    expect(replyAttachmentsBytes).toBeLessThanOrEqual(fileBytesBeside(letter, 'html', config));
    expect(replyAttachmentsBytes).toBeGreaterThanOrEqual(6 * 1024 * 1024);
  },
);
