import type { SignInManner } from './outlook-profile.ts';
import type { NestedAccount, RequestTokens } from './request-tokens.ts';

type Listener = (answer: string) => void;

interface BridgeRequest {
  readonly method: string;
  readonly requestId: string;
  readonly tokenParams?: { readonly clientId: string; readonly scope: string };
}

/** Outlook's half of nested app authentication, as Microsoft's sign-in library speaks to it (`window.nestedAppAuthBridge`). */
export function makeFakeBridge(account: NestedAccount, requestTokens: RequestTokens, manner: SignInManner = 'silent') {
  const listeners = new Set<Listener>();
  const answer = (requestId: string, content: object) =>
    listeners.forEach((listener) => listener(JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...content })));
  const initContext = {
    sdkName: 'outlook-simulator',
    sdkVersion: '1.0.0',
    accountContext: account,
    capabilities: { queryAccount: true },
  };
  const tokens = ({ tokenParams }: BridgeRequest) => requestTokens(tokenParams?.clientId ?? '', tokenParams?.scope ?? '');
  const inMannerOf = (request: BridgeRequest): Promise<object> => {
    const isWindow = request.method === 'GetTokenPopup';
    const refusal = isWindow ? windowRefusals[manner] : silentRefusals[manner];
    return refusal ? Promise.reject(Object.assign(new Error(refusal.description), { refusal })) : tokens(request);
  };
  const answers: Record<string, (request: BridgeRequest) => Promise<object>> = {
    GetInitContext: async () => ({ initContext }),
    GetToken: inMannerOf,
    GetTokenPopup: inMannerOf,
  };
  return {
    addEventListener: (_type: string, listener: Listener) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: Listener) => void listeners.delete(listener),
    postMessage: (json: string) => {
      const request = JSON.parse(json) as BridgeRequest;
      const answering = answers[request.method]?.(request) ?? Promise.reject(new Error(`${request.method} is unknown`));
      answering.then(
        (content) => answer(request.requestId, { success: true, ...content }),
        (cause: unknown) => answer(request.requestId, { success: false, error: refusalOf(cause) }),
      );
    },
  };
}

interface Refusal {
  readonly status: string;
  readonly code: string;
  readonly description: string;
}

const away: Refusal = {
  status: 'TRANSIENT_ERROR',
  code: 'temporarily_unavailable',
  description: 'AADSTS90033: A transient error has occurred.',
};
const interaction: Refusal = {
  status: 'USER_INTERACTION_REQUIRED',
  code: 'interaction_required',
  description: 'AADSTS50058: Sign in, please.',
};
const consent: Refusal = {
  status: 'USER_INTERACTION_REQUIRED',
  code: 'consent_required',
  description: 'AADSTS65001: The user or administrator has not consented to use the application.',
};
const silentRefusals: Partial<Record<SignInManner, Refusal>> = { popup: interaction, 'no-consent': consent, away };
const windowRefusals: Partial<Record<SignInManner, Refusal>> = { 'no-consent': consent, away };

/** Whoever asks for the tokens may bring the refusal along. */
function refusalOf(cause: unknown): Refusal {
  const isRefusal = cause instanceof Error && 'refusal' in cause;
  return isRefusal ? (cause.refusal as Refusal) : { ...away, description: String(cause) };
}
