import { harbourClinic, people } from '../identity/people.ts';
import { makeFakeBridge } from './make-fake-bridge.ts';
import { type OutlookSituation, makeFakeOffice } from './make-fake-office.ts';
import { HELLO, askThroughPort } from './office-port.ts';
import { requestAlexTokens } from './request-tokens.ts';

/* Stands in the task pane where Microsoft's office.js stands, and talks to the compose window around the frame. Everything else in the pane is real. */

const { objectId, address } = people.alex;
const account = {
  environment: 'login.microsoftonline.com',
  homeAccountId: `${objectId}.${harbourClinic.tenantId}`,
  localAccountId: objectId,
  tenantId: harbourClinic.tenantId,
  username: address,
};

const answerReady = Promise.withResolvers<{ host: string | null; platform: string | null }>();
const HostType = { Outlook: 'Outlook' };
Object.assign(globalThis, { Office: { HostType, onReady: () => answerReady.promise } });

if (window.parent === window) answerReady.resolve({ host: null, platform: null });
else connect();

function connect(): void {
  const { port1, port2 } = new MessageChannel();
  const ask = askThroughPort(port1, (situation) => begin(situation));
  const begin = (situation: OutlookSituation) => {
    const { office, fire } = makeFakeOffice(ask, situation);
    Object.assign(globalThis, {
      Office: office,
      nestedAppAuthBridge: makeFakeBridge(account, requestAlexTokens, situation.signIn),
    });
    answerReady.resolve({ host: HostType.Outlook, platform: 'OfficeOnline' });
    return fire;
  };
  window.parent.postMessage(HELLO, location.origin, [port2]);
}
