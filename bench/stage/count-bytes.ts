import http from 'node:http';

/** Fetches from a server on this machine and counts the bytes of the answer without keeping them. @throws when the status is not 200 or the
 *  connection is cut */
export function countBytes(port: number, path: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, headers }, (response) => {
      let bytes = 0;
      response.on('data', (piece: Buffer) => (bytes += piece.length));
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 200 && response.complete ? resolve(bytes) : reject(new Error(`${path}: ${response.statusCode}`)),
      );
    });
    request.on('error', reject);
  });
}
