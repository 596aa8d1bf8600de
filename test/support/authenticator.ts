import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** A passkey in software: answers what a browser would let an authenticator answer. */
export interface TestPasskey {
  readonly id: string;
  /** How it presents itself when it is made. */
  create(options: { challenge: string }, origin?: string): Created;
  /** How it answers a question; `changes` are what a test gets wrong. */
  answer(options: { challenge: string }, changes?: Changes): Answer;
}

interface Created {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly transports: string[];
}
interface Answer {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
}
interface Changes {
  readonly origin?: string;
  readonly rpId?: string;
  readonly counter?: number;
  readonly isUserVerified?: boolean;
}

const ORIGIN = 'http://localhost:3000';
const base64Url = (bytes: Buffer) => bytes.toString('base64url');
const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }), 'utf8');

/** A new passkey (ES256) for `localhost` that counts its uses. */
export function aPasskey(): TestPasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(32);
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  let uses = 0;
  return {
    id: base64Url(credentialId),
    create({ challenge }, origin = ORIGIN) {
      const length = Buffer.from([credentialId.length >> 8, credentialId.length & 255]);
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey(x, y)]);
      const authData = Buffer.concat([authenticatorData('localhost', 0x45, 0), attested]);
      return {
        id: base64Url(credentialId),
        clientDataJSON: base64Url(clientData('webauthn.create', challenge, origin)),
        attestationObject: base64Url(attestationObject(authData)),
        transports: ['internal'],
      };
    },
    answer({ challenge }, { origin = ORIGIN, rpId = 'localhost', counter, isUserVerified = true } = {}) {
      uses += 1;
      const data = authenticatorData(rpId, isUserVerified ? 0x05 : 0x01, counter ?? uses);
      const client = clientData('webauthn.get', challenge, origin);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        id: base64Url(credentialId),
        clientDataJSON: base64Url(client),
        authenticatorData: base64Url(data),
        signature: base64Url(createSign('sha256').update(signed).sign(privateKey)),
      };
    },
  };
}

/** Web Authentication 6.1: hash of the site, flags (present 1, verified 4, attested 64), count. */
function authenticatorData(rpId: string, flags: number, counter: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count]);
}

const textOf = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text, 'utf8')]);

/** CBOR: {fmt: 'none', attStmt: {}, authData}. */
function attestationObject(authData: Buffer): Buffer {
  const bytes = Buffer.concat([Buffer.from([0x59, authData.length >> 8, authData.length & 255]), authData]);
  return Buffer.concat([
    ...[Buffer.from([0xa3]), textOf('fmt'), textOf('none'), textOf('attStmt'), Buffer.from([0xa0])],
    ...[textOf('authData'), bytes],
  ]);
}

/** CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053, ES256). */
function coseKey(x: string, y: string): Buffer {
  const bytes = (coordinate: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(coordinate, 'base64url')]);
  return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), bytes(x), Buffer.from([0x22]), bytes(y)]);
}
