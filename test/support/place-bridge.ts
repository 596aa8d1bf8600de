import { harbourClinic, type PersonName, people } from '../../demo/identity/people.ts';
import { makeFakeBridge } from '../../demo/outlook/make-fake-bridge.ts';
import type { SignInManner } from '../../demo/outlook/outlook-profile.ts';

/** An Outlook of Alex's that knows several accounts. A test may change how it behaves at any time. */
export interface AccountsInOutlook {
  /** Whom people take in the window; null: they never answer. */
  picks: PersonName | null;
  /** Answers silently for whom the pane names; some hosts always answer for their own account. */
  heedsAccount: boolean;
  /** Whom it can answer for without a window. */
  readonly knows: Set<PersonName>;
  /** How long its tokens live, in seconds. */
  lifetime: number;
  /** What was asked: the method and the person named, if any. */
  readonly asked: string[];
}

/** Puts Outlook's half of nested app authentication where the sign-in library looks for it; its tokens say `<person> <number>`. */
export function placeBridge(scope: string, manner?: SignInManner): AccountsInOutlook {
  const outlook: AccountsInOutlook = {
    picks: 'alex',
    heedsAccount: true,
    knows: new Set<PersonName>(['alex']),
    lifetime: 3600,
    asked: [],
  };
  let tokens = 0;
  let request: { method: string; named: PersonName | null } = { method: '', named: null };
  const requestTokens = async () => {
    const { method, named } = request;
    if (method === 'GetTokenPopup' && outlook.picks === null) await new Promise<never>(() => undefined);
    const silent = (outlook.heedsAccount && named) || 'alex';
    const person = method === 'GetTokenPopup' ? (outlook.picks ?? silent) : silent;
    if (method === 'GetTokenPopup') outlook.knows.add(person);
    if (!outlook.knows.has(person)) throw Object.assign(new Error(), { refusal: { status: 'ACCOUNT_UNAVAILABLE' } });
    tokens += 1;
    const token = { access_token: `${person} ${tokens}`, id_token: anIdToken(person), expires_in: outlook.lifetime, scope };
    return { token, account: accountOf(person) };
  };
  const bridge = makeFakeBridge(accountOf('alex'), requestTokens, manner);
  const postMessage = (json: string) => {
    const { method, tokenParams } = JSON.parse(json) as { method: string; tokenParams?: { platformBrokerId?: string } };
    const named = personOf(tokenParams?.platformBrokerId);
    request = { method, named };
    if (method !== 'GetInitContext') outlook.asked.push(named ? `${method} ${named}` : method);
    bridge.postMessage(json);
  };
  Object.assign(window, { nestedAppAuthBridge: { ...bridge, postMessage } });
  return outlook;
}

const names = Object.keys(people) as PersonName[];

function personOf(homeAccountId: string | undefined): PersonName | null {
  return names.find((name) => accountOf(name).homeAccountId === homeAccountId) ?? null;
}

function accountOf(name: PersonName) {
  const { objectId, address } = people[name];
  return {
    environment: 'login.microsoftonline.com',
    homeAccountId: `${objectId}.${harbourClinic.tenantId}`,
    localAccountId: objectId,
    tenantId: harbourClinic.tenantId,
    username: address,
  };
}

function anIdToken(name: PersonName): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const { objectId: oid, address } = people[name];
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ oid, tid: harbourClinic.tenantId, preferred_username: address })}.signature`;
}
