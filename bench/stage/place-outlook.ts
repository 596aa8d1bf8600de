interface Draft {
  readonly accessToken: string;
  readonly idToken: string;
  readonly fileBytes: number;
}

/** What `placeOutlook` leaves in the page. Times are in ms since the page began. */
export interface Noted {
  readonly noted: { readonly whenReading: number; readonly whenShown: number };
  readonly prepareFile: () => void;
  readonly handOver: () => void;
}

/** Runs in the page before all else: stands where Microsoft's script puts `Office`, with a message to Pat and one file of random bytes, whose base64
 *  is ready once `prepareFile` was called and handed over once `handOver` was. `whenReading` notes when it was asked for, `whenShown` when the pane could first be clicked, both in ms since the
 *  page began. */
export function placeOutlook({ accessToken, idToken, fileBytes }: Draft): void {
  const random = crypto.getRandomValues(new Uint8Array(48 * 1024));
  const piece = btoa(String.fromCharCode(...random.subarray(0, 30_000)));
  let content = '';
  const prepareFile = () => {
    content = Array.from({ length: Math.ceil(fileBytes / 30_000) }, () => piece).join('');
  };
  let answerWithFile = () => undefined as void;
  const handOver = () => {
    noted.whenReading = performance.now();
    answerWithFile();
  };
  const noted = { whenReading: 0, whenShown: 0 };
  const succeed =
    (value: unknown) =>
    (...given: unknown[]) => {
      const callback = given.find((one) => typeof one === 'function') as ((result: object) => void) | undefined;
      setTimeout(() => callback?.({ status: 'succeeded', value }));
    };
  const person = (emailAddress: string) => ({ displayName: emailAddress, emailAddress, recipientType: 'externalUser' });
  const nothing = { get: () => undefined, set: () => undefined, remove: () => undefined, saveAsync: succeed(undefined) };
  const file = { id: 'a', name: 'scan.pdf', size: fileBytes, attachmentType: 'file', isInline: false };
  const events = { addHandlerAsync: succeed(undefined), removeHandlerAsync: succeed(undefined) };
  const item = {
    ...events,
    from: { getAsync: succeed(person('alex@harbour.example')) },
    to: { getAsync: succeed([person('pat@client.example')]) },
    cc: { getAsync: succeed([]) },
    bcc: { getAsync: succeed([]) },
    subject: { getAsync: succeed('Your scan results') },
    body: { getAsync: succeed('<p>Dear Pat, all is well.</p>') },
    getAttachmentsAsync: succeed([file]),
    getAttachmentContentAsync: (...given: unknown[]) => {
      noted.whenReading = performance.now();
      answerWithFile = () => succeed({ content, format: 'base64' })(...given);
    },
    loadCustomPropertiesAsync: succeed(nothing),
    close: () => undefined,
  };
  const Office = {
    HostType: { Outlook: 'Outlook' },
    CoercionType: { Html: 'html' },
    AsyncResultStatus: { Succeeded: 'succeeded' },
    EventType: { RecipientsChanged: 'recipients', AttachmentsChanged: 'attachments', OfficeThemeChanged: 'theme' },
    MailboxEnums: {
      AttachmentType: { File: 'file', Item: 'item', Cloud: 'cloud' },
      AttachmentContentFormat: { Base64: 'base64', Url: 'url' },
      RecipientType: { DistributionList: 'distributionList' },
    },
    onReady: async () => ({ host: 'Outlook', platform: 'OfficeOnline' }),
    context: {
      requirements: {
        isSetSupported: (set: string, version: string) => set === 'NestedAppAuth' || Number(version.split('.')[1]) <= 8,
      },
      mailbox: { ...events, item },
    },
  };
  const account = {
    environment: 'login.microsoftonline.com',
    homeAccountId: 'person.tenant',
    localAccountId: 'person',
    tenantId: 'tenant',
    username: 'alex@harbour.example',
  };
  const token = { access_token: accessToken, id_token: idToken, expires_in: 3600, scope: 'Messages.Send' };
  const initContext = { sdkName: 'bench', sdkVersion: '1', accountContext: account, capabilities: {} };
  const listeners: ((answer: string) => void)[] = [];
  const nestedAppAuthBridge = {
    addEventListener: (_type: string, listener: (answer: string) => void) => void listeners.push(listener),
    removeEventListener: () => undefined,
    postMessage: (json: string) => {
      const { requestId } = JSON.parse(json) as { requestId: string };
      const answer = { messageType: 'NestedAppAuthResponse', requestId, success: true, initContext, token, account };
      setTimeout(() => listeners.forEach((listener) => listener(JSON.stringify(answer))));
    },
  };
  const look = new MutationObserver(() => {
    if (noted.whenShown === 0 && document.querySelector('[role="tab"]')) noted.whenShown = performance.now();
  });
  look.observe(document, { childList: true, subtree: true });
  Object.assign(window, { Office, nestedAppAuthBridge, noted, prepareFile, handOver });
}
