import type { Page } from 'playwright-core';

/** The passkeys in the machine of a window. */
export interface Authenticator {
  passkeyId(): Promise<string>;
  /** Lets the passkey in this machine answer to the id of another, too. */
  pose(passkeyId: string): Promise<void>;
}

/** Puts an authenticator that knows its owner into the machine of this window. */
export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const first = async () => {
    const { credentials } = await devTools.send('WebAuthn.getCredentials', { authenticatorId });
    const [passkey] = credentials;
    if (!passkey) throw new Error('there is no passkey in this machine');
    return passkey;
  };
  return {
    passkeyId: async () => (await first()).credentialId,
    pose: async (credentialId) => {
      const { privateKey, signCount } = await first();
      const credential = { credentialId, privateKey, signCount, rpId: 'localhost', isResidentCredential: false };
      await devTools.send('WebAuthn.addCredential', { authenticatorId, credential });
    },
  };
}
