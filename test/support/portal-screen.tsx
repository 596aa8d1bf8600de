import { configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { AppProvider } from '../../screen/AppProvider.tsx';
import { defaultSettings } from '../../contract/settings.ts';
import type { PageSettings } from '../../screen/read-page-settings.ts';
import { SettingsProvider } from '../../portal/page/settings-context.ts';
import { Routes } from '../../portal/routes.tsx';
import { SessionProvider } from '../../portal/session/SessionProvider.tsx';
import { type Answers, serve } from './fake-server.ts';

export { type Answers, Refusal } from './fake-server.ts';

// Parts of the portal load when they are first shown, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

export const deliveryId = 'delivery-0123456789_ab';
export const session = {
  state: 'open',
  accountId: 'account-0123456789__ab',
  address: 'pat@client.example',
  idleEndsAt: '2027-01-01T00:00:00.000Z',
  absoluteEndsAt: '2027-01-01T00:00:00.000Z',
  secondStepKinds: [],
  settings: defaultSettings,
};

/** A message as the server answers it when it is opened. */
export const openedMessage = {
  deliveryId,
  folder: 'inbox',
  sender: { name: 'Alex Morgan', address: 'alex@harbour.example' },
  to: [{ name: 'Pat Doe', address: 'pat@client.example' }],
  cc: [],
  subject: 'Your scan results',
  html: '<p>Dear Pat</p>',
  sentAt: '2026-11-22T09:12:00.000Z',
  expiresAt: null,
  attachments: [
    {
      attachmentId: 'attachment-012345678_a',
      name: 'scan.pdf',
      size: 1_258_291,
      contentType: 'application/pdf',
      contentId: null,
    },
  ],
  undelivered: [],
  mayReply: true,
  mayReplyAll: true,
  others: [{ name: 'Kim Roe', address: 'kim@harbour.example' }],
  mayPrint: true,
  mayDownload: true,
};

/** A line of a folder. */
export const entry = {
  deliveryId,
  folder: 'inbox',
  isOwn: false,
  isRemoved: false,
  sender: openedMessage.sender,
  recipients: openedMessage.to,
  subject: openedMessage.subject,
  sentAt: openedMessage.sentAt,
  expiresAt: null,
  attachmentCount: 1,
  isUnread: true,
  isUndelivered: false,
  state: 'readable',
  endedAt: null,
  moreTimeAskedAt: null,
};

const settings = {
  organisation: {
    name: 'Harbour Clinic',
    origin: 'http://localhost',
    postmaster: 'postmaster@harbour.example',
    contact: '+44 1224 000000',
    colour: '#0f766e',
    logo: null,
  },
  version: '1.0.0',
  organisationDomains: ['harbour.example'],
  quoteOriginal: true,
  passwordMinLength: 8,
  replyAttachmentsBytes: 25 * 1024 * 1024,
};

/** Shows the portal at an address, with a server that answers as told; whatever is not told is a session that does not exist.
 *  `changes` are settings of the organisation that matter to a test. */
export function showPortal(path: string, answers: Answers, changes: Partial<PageSettings> = {}) {
  history.replaceState(null, '', path);
  const asked = serve(answers);
  const user = userEvent.setup();
  const screen = render(
    <AppProvider colour="#0f766e">
      <SettingsProvider value={{ ...settings, ...changes }}>
        <SessionProvider>
          <Routes />
        </SessionProvider>
      </SettingsProvider>
    </AppProvider>,
  );
  return { user, asked, container: screen.container, unmount: screen.unmount };
}
