import { expect, test } from '@jest/globals';
import { pageSettings as schema } from '../../../screen/read-page-settings.ts';
import { pageSettings } from '../../../server/http/pages.ts';
import { testConfig } from '../../support/test-config.ts';

test('the portal is told how much the files of a reply may have, as it was set', () => {
  const settings = pageSettings(testConfig({ MAX_REPLY_ATTACHMENTS_BYTES: '10485760' }));
  expect(schema.parse(settings)).toMatchObject({ replyAttachmentsBytes: 10_485_760, passwordMinLength: 8 });
});
