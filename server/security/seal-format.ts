import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { lengthDelimited } from './length-delimited.ts';

/*
 * header  version (1 byte) | salt (16 random bytes) | nonce prefix (7 random bytes)
 * chunk   AES-256-GCM of 64 KiB, the last one shorter or equal (an empty object is one empty chunk), followed by its tag (16 bytes)
 * key     HKDF-Expand (RFC 5869, SHA-256) of the caller's key, info "sealpost seal" | salt: one key may seal any number of objects,
 *         which the 56 random bits of a nonce prefix alone do not allow
 * nonce   prefix | counter (32 bits, big-endian, from 0) | 1 for the last chunk, else 0   (STREAM, Hoang et al., CRYPTO 2015)
 * AAD     version | kind and object id, each behind its length
 */
const version = 1;
const saltBytes = 16;
const nonceBytes = 12;
const prefixBytes = 7;
const maximumChunks = 2 ** 32;
const cipherName = 'aes-256-gcm';
const keyInfo = 'sealpost seal';

export const keyBytes = 32;
export const tagBytes = 16;
export const plainChunkBytes = 64 * 1024;
export const sealedChunkBytes = plainChunkBytes + tagBytes;
export const headerBytes = 1 + saltBytes + prefixBytes;

/** A header that no other object has. */
export function newHeader(): Buffer {
  return Buffer.concat([Buffer.of(version), randomBytes(saltBytes + prefixBytes)]);
}

/** What seals the chunks of one object, in order: each answers its ciphertext and its tag. */
export function createChunkSealer(key: Buffer, kind: string, id: string, header: Buffer) {
  const { chunkKey, additionalData, nextNonce } = chunkSecrets(key, kind, id, header);
  return (plain: Uint8Array, isLast: boolean): [Buffer, Buffer] => {
    const cipher = createCipheriv(cipherName, chunkKey, nextNonce(isLast), { authTagLength: tagBytes });
    cipher.setAAD(additionalData);
    const sealed = cipher.update(plain);
    cipher.final();
    return [sealed, cipher.getAuthTag()];
  };
}

/** What opens the chunks of one object, in order: each answers its plaintext, or null when the chunk is not the one that was sealed there. */
export function createChunkOpener(key: Buffer, kind: string, id: string, header: Buffer) {
  const { chunkKey, additionalData, nextNonce } = chunkSecrets(key, kind, id, header);
  return (sealed: Uint8Array, isLast: boolean): Buffer | null => {
    const plainBytes = sealed.length - tagBytes;
    if (header[0] !== version || plainBytes < 0) return null;
    const decipher = createDecipheriv(cipherName, chunkKey, nextNonce(isLast), { authTagLength: tagBytes });
    decipher.setAAD(additionalData);
    decipher.setAuthTag(sealed.subarray(plainBytes));
    const plain = decipher.update(sealed.subarray(0, plainBytes));
    try {
      decipher.final();
    } catch {
      return null;
    }
    return plain;
  };
}

function chunkSecrets(key: Buffer, kind: string, id: string, header: Buffer) {
  if (key.length !== keyBytes) throw new RangeError(`A sealing key has ${keyBytes} bytes, not ${key.length}`);
  const salt = header.subarray(1, 1 + saltBytes);
  // Key objects, not bytes: OpenSSL takes them several times as fast.
  const expanded = createHmac('sha256', createSecretKey(key)).update(keyInfo).update(salt).update(Buffer.of(1)).digest();
  const chunkKey = createSecretKey(expanded);
  const additionalData = Buffer.concat([Buffer.of(version), lengthDelimited([kind, id])]);
  const nonce = Buffer.alloc(nonceBytes);
  header.copy(nonce, 0, 1 + saltBytes);
  let counter = 0;
  const nextNonce = (isLast: boolean): Buffer => {
    if (counter >= maximumChunks) throw new RangeError('An object has more chunks than its nonces can number');
    nonce.writeUInt32BE(counter, prefixBytes);
    nonce.writeUInt8(isLast ? 1 : 0, nonceBytes - 1);
    counter += 1;
    return nonce;
  };
  return { chunkKey, additionalData, nextNonce };
}
