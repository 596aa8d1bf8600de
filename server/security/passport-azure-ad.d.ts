/** The part of passport-azure-ad 4.3.5 (which ships no types) that staff sign-in builds on. */
declare module 'passport-azure-ad/lib/bearerstrategy.js' {
  interface BearerOptions {
    identityMetadata: string;
    clientID: string;
    issuer: string;
    audience: string[];
    clockSkew: number;
    ignoreExpiration: boolean;
    loggingLevel: number;
  }

  interface BearerMetadata {
    oidc: { issuer: string; algorithms: string[] };
    generateOidcPEM(keyId: string): string;
  }

  type Done = (error: unknown, claims?: unknown, info?: unknown) => void;

  export default class BearerStrategy {
    constructor(options: BearerOptions, verify: (claims: unknown, done: Done) => void);
    authenticate(request: { headers: { authorization: string } }): void;
    loadMetadata(parameters: unknown, next: (error: unknown, metadata?: BearerMetadata) => void): void;
    jwtVerify(request: unknown, token: string, metadata: BearerMetadata, checks: unknown, done: Done): void;
    success(claims: unknown): void;
    fail(reason: unknown): void;
    error(error: unknown): void;
  }
}
