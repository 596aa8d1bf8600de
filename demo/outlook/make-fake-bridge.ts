import type { NestedAccount, RequestTokens } from './request-tokens.ts';

type Listener = (answer: string) => void;

interface BridgeRequest {
  readonly method: string;
  readonly requestId: string;
  readonly tokenParams?: { readonly clientId: string; readonly scope: string };
}

/** Outlook's half of nested app authentication, as Microsoft's sign-in library speaks to it (`window.nestedAppAuthBridge`). */
export function makeFakeBridge(account: NestedAccount, requestTokens: RequestTokens) {
  const listeners = new Set<Listener>();
  const answer = (requestId: string, content: object) =>
    listeners.forEach((listener) => listener(JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...content })));
  const initContext = {
    sdkName: 'outlook-simulator',
    sdkVersion: '1.0.0',
    accountContext: account,
    capabilities: { queryAccount: true },
  };
  const answers: Record<string, (request: BridgeRequest) => Promise<object>> = {
    GetInitContext: async () => ({ initContext }),
    GetToken: ({ tokenParams }) => requestTokens(tokenParams?.clientId ?? '', tokenParams?.scope ?? ''),
    GetTokenPopup: ({ tokenParams }) => requestTokens(tokenParams?.clientId ?? '', tokenParams?.scope ?? ''),
  };
  return {
    addEventListener: (_type: string, listener: Listener) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: Listener) => void listeners.delete(listener),
    postMessage: (json: string) => {
      const request = JSON.parse(json) as BridgeRequest;
      const answering = answers[request.method]?.(request) ?? Promise.reject(new Error(`${request.method} is unknown`));
      answering.then(
        (content) => answer(request.requestId, { success: true, ...content }),
        (cause: unknown) =>
          answer(request.requestId, {
            success: false,
            error: { status: 'TRANSIENT_ERROR', code: 'temporarily_unavailable', description: String(cause) },
          }),
      );
    },
  };
}
