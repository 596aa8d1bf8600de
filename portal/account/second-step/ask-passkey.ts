import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { addPasskey, signInWithPasskey } from '../../../contract/passkeys.ts';

/** The person or the browser did not go through with it; nothing happened. */
export class PasskeyStopped extends Error {}

interface Question {
  readonly options: { readonly challenge: string };
}

/** Has the browser answer a question with a passkey. @throws PasskeyStopped */
export async function answerWithPasskey({ options }: Question): Promise<InputOf<typeof signInWithPasskey>['answer']> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { id, response } = await startAuthentication({ optionsJSON: options }).catch(stop);
  const { clientDataJSON, authenticatorData, signature } = response;
  return { id, clientDataJSON, authenticatorData, signature };
}

/** Has the browser make a passkey. @throws PasskeyStopped */
export async function makePasskey({ options }: Question): Promise<InputOf<typeof addPasskey>['answer']> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { id, response } = await startRegistration({
    optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
  }).catch(stop);
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return { id, clientDataJSON, attestationObject, transports };
}

/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof globalThis.PublicKeyCredential === 'function';
}

function stop(cause: unknown): never {
  throw new PasskeyStopped('no passkey was used', { cause });
}
