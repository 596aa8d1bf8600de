import type { Request, Response } from 'express';

const LINGER_MS = 5000;

/** Answers JSON while the body of the request still arrives: whole and at once, as the last answer of its connection. What arrives within the
 *  next five seconds is read and dropped, since closing over unread bytes would reset the connection before the answer is read (RFC 9112, 9.6). */
export function answerEarly(request: Request, response: Response, body: object): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.set({
    Connection: 'close',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(bytes.length),
  });
  response.write(bytes);
  const finish = () => {
    clearTimeout(linger);
    if (!response.destroyed) response.end();
  };
  const linger = setTimeout(finish, LINGER_MS);
  request.once('end', finish);
  request.once('close', finish);
  request.resume();
}
