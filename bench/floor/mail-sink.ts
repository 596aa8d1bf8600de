// A mail server that takes every mail and keeps none, and tells over HTTP how many came and when.
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';

const { PORT = '0', SMTP_PORT = '0' } = process.env;
let [count, firstAt, lastAt] = [0, 0, 0];

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData(stream, _session, done) {
    stream.resume();
    stream.once('end', () => {
      lastAt = performance.now();
      if (count === 0) firstAt = lastAt;
      count += 1;
      done();
    });
  },
});
smtp.on('error', () => undefined);

const http = createServer((request, response) => {
  if (request.url === '/forget') count = 0;
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ count, seconds: (lastAt - firstAt) / 1000 }));
});
smtp.listen(Number(SMTP_PORT), '127.0.0.1', () => http.listen(Number(PORT), '127.0.0.1'));
process.once('SIGTERM', () => process.exit(0));
