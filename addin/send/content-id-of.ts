import { digestOf } from './digest-of.ts';

/** The content id (RFC 2392) of the picture that is `order`th in its message: the same at every reading of the same content, so that a message sent
 *  again is the same message. No other picture of the message has it. */
export async function contentIdOf(content: Uint8Array<ArrayBuffer>, order: number): Promise<string> {
  return `${await digestOf(content)}.${order}@sealpost`;
}
