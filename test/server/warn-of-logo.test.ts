import { expect, test } from '@jest/globals';
import { layoutMail } from '../../server/mail/mail-layout.ts';
import { warnOfLogo } from '../../server/warn-of-logo.ts';
import { testConfig } from '../support/test-config.ts';

test.each([
  ['an SVG', 'data:image/svg+xml;base64,PHN2Zy8+', true],
  ['a PNG', 'data:image/png;base64,iVBORw0KGgo=', false],
  ['none', null, false],
])('whoever starts the server is told when mails go out without the logo: %s', (_what, organisationLogo, isTold) => {
  const told: string[] = [];
  warnOfLogo({ organisationLogo }, { warn: (words: string) => void told.push(words) });
  expect(told).toEqual(isTold ? [expect.stringContaining('ORGANISATION_LOGO_FILE')] : []);
  const { attachments } = layoutMail([], { ...testConfig(), organisationLogo, language: 'en' });
  expect(attachments).toHaveLength(organisationLogo !== null && !isTold ? 1 : 0);
});
