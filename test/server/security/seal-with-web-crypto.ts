import type { SealBinding } from '../../../server/security/seal.ts';

const chunk = 65536;

/** The seal format written a second time, from its description and on WebCrypto, with a header of the caller's choice: what the vectors were
 *  made with. */
export async function sealWithWebCrypto(
  key: Uint8Array,
  binding: SealBinding,
  header: Buffer,
  plain: Uint8Array,
): Promise<Buffer> {
  const gcm = await expandKey(key, header.subarray(1, 17));
  const additionalData = Buffer.concat([Buffer.of(1), withLength(binding.kind), withLength(binding.id)]);
  const parts = [header];
  for (let counter = 0; counter === 0 || counter * chunk < plain.length; counter += 1) {
    const isLast = (counter + 1) * chunk >= plain.length;
    const iv = Buffer.concat([header.subarray(17, 24), Buffer.of(0, 0, counter >> 8, counter & 255, isLast ? 1 : 0)]);
    const text = Buffer.from(plain.subarray(counter * chunk, (counter + 1) * chunk));
    parts.push(Buffer.from(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData, tagLength: 128 }, gcm, text)));
  }
  return Buffer.concat(parts);
}

async function expandKey(key: Uint8Array, salt: Uint8Array): Promise<CryptoKey> {
  const hmac = await crypto.subtle.importKey('raw', Buffer.from(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const expanded = await crypto.subtle.sign('HMAC', hmac, Buffer.concat([Buffer.from('sealpost seal'), salt, Buffer.of(1)]));
  return crypto.subtle.importKey('raw', expanded, 'AES-GCM', false, ['encrypt']);
}

function withLength(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.of(0, 0, bytes.length >> 8, bytes.length & 255), bytes]);
}
