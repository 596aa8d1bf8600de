import type { AskOutlook } from './answer-office.ts';
import type { SignInManner } from './outlook-profile.ts';

/** What an Outlook tells of itself at the start. */
export interface OutlookSituation {
  readonly mailboxMinor: number;
  readonly theme: 'light' | 'dark' | 'black';
  readonly signIn: SignInManner;
  readonly address: string;
  readonly name: string;
  /** Of the mail that the draft answers. */
  readonly inReplyTo: string | null;
}

type Callback = (result: { status: string; value?: unknown; error?: unknown; asyncContext?: unknown }) => void;

/** Outlook refuses a fourth call while three are under way. */
const AT_ONCE = 3;

const enumerations = {
  HostType: { Outlook: 'Outlook' },
  CoercionType: { Html: 'html', Text: 'text' },
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
  EventType: {
    RecipientsChanged: 'olkRecipientsChanged',
    AttachmentsChanged: 'olkAttachmentsChanged',
    OfficeThemeChanged: 'officeThemeChanged',
  },
  MailboxEnums: {
    AttachmentType: { File: 'file', Item: 'item', Cloud: 'cloud' },
    RecipientType: { DistributionList: 'distributionList', ExternalUser: 'externalUser', User: 'user', Other: 'other' },
    AttachmentContentFormat: { Base64: 'base64', Url: 'url', Eml: 'eml', ICalendar: 'iCalendar' },
  },
};

const themes = {
  light: { bodyBackgroundColor: '#ffffff', bodyForegroundColor: '#242424' },
  dark: { bodyBackgroundColor: '#292929', bodyForegroundColor: '#ffffff' },
  black: { bodyBackgroundColor: '#000000', bodyForegroundColor: '#ffffff' },
};

/** A stand-in for the `Office` global that behaves like Office.js in a compose window: callbacks with status, three calls at a time, events.
 *  `fire` is how Outlook tells the pane that something changed. */
export function makeFakeOffice(ask: AskOutlook, situation: OutlookSituation) {
  const handlers = new Map<string, Set<() => void>>();
  const call = createCaller(ask);
  const member =
    (name: string) =>
    (...given: unknown[]) =>
      call(name, given);
  const withEvents = {
    addHandlerAsync: (event: string, handler: () => void, ...given: unknown[]) => {
      handlers.set(event, (handlers.get(event) ?? new Set()).add(handler));
      succeed(given);
    },
    removeHandlerAsync: (event: string, ...given: unknown[]) => {
      handlers.delete(event);
      succeed(given);
    },
  };
  const readers = ['from', 'to', 'cc', 'bcc', 'subject', 'body'].map((name) => [name, { getAsync: member(`${name}.getAsync`) }]);
  const item = {
    ...(Object.fromEntries(readers) as Record<string, { getAsync: (...given: unknown[]) => void }>),
    ...withEvents,
    ...(situation.mailboxMinor >= 14 ? { inReplyTo: situation.inReplyTo } : {}),
    getAttachmentsAsync: member('getAttachmentsAsync'),
    getAttachmentContentAsync: member('getAttachmentContentAsync'),
    closeAsync: member('closeAsync'),
    close: () => void ask('close'),
    loadCustomPropertiesAsync: (...given: unknown[]) =>
      call('loadCustomPropertiesAsync', given, (value) => customProperties(value, call)),
  };
  const context = {
    requirements: { isSetSupported: (set: string, version = '1.1') => isSetSupported(situation, set, version) },
    officeTheme: themes[situation.theme],
    mailbox: { ...withEvents, item, userProfile: { emailAddress: situation.address, displayName: situation.name } },
  };
  const onReady = async () => ({ host: 'Outlook', platform: 'OfficeOnline' });
  const fire = (event: string) => handlers.get(event)?.forEach((handler) => handler());
  return { office: { ...enumerations, onReady, context }, fire };
}

function createCaller(ask: AskOutlook) {
  let running = 0;
  return (name: string, given: unknown[], wrap: (value: unknown) => unknown = (value) => value) => {
    const callback = callbackOf(given);
    const [argument] = given.filter((value) => typeof value !== 'function');
    if (running >= AT_ONCE) {
      setTimeout(() => callback({ status: 'failed', error: tooManyCalls }));
      return;
    }
    running += 1;
    ask(name, argument).then(
      (value) => {
        running -= 1;
        callback({ status: 'succeeded', value: wrap(value) });
      },
      (cause: unknown) => {
        running -= 1;
        callback({ status: 'failed', error: { code: 9017, name: 'InternalError', message: String(cause) } });
      },
    );
  };
}

const tooManyCalls = { code: 9020, name: 'TooManyCalls', message: 'More than three calls of Office.js at a time.' };

function callbackOf(given: unknown[]): Callback {
  return (given.find((value) => typeof value === 'function') as Callback | undefined) ?? (() => undefined);
}

function succeed(given: unknown[]): void {
  setTimeout(() => callbackOf(given)({ status: 'succeeded' }));
}

function isSetSupported({ mailboxMinor }: OutlookSituation, set: string, version: string): boolean {
  if (set === 'NestedAppAuth') return version === '1.1';
  const [major, minor] = version.split('.').map(Number);
  return set === 'Mailbox' && major === 1 && (minor ?? 0) <= mailboxMinor;
}

function customProperties(loaded: unknown, call: ReturnType<typeof createCaller>) {
  const values = { ...(loaded as Record<string, unknown>) };
  return {
    get: (name: string) => values[name],
    set: (name: string, value: unknown) => (values[name] = value),
    remove: (name: string) => delete values[name],
    saveAsync: (...given: unknown[]) => call('customProperties.saveAsync', [values, ...given]),
  };
}
