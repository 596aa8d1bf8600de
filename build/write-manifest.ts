// npm run manifest -- --origin https://secure.harbour.example [--file manifest.xml]: the add-in's manifest for a server.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { manifestFor } from '../server/http/manifest.ts';
import { checkManifest } from './check-manifest.ts';
import { manifestFacts } from './manifest-facts.ts';
import { readHttpsOrigin } from './read-https-origin.ts';

const { values } = parseArgs({ options: { origin: { type: 'string' }, file: { type: 'string' } } });
const origin = readHttpsOrigin(values.origin);
if (origin === null) {
  console.error('Name the server whose manifest you want: npm run manifest -- --origin https://secure.harbour.example');
  console.error('Outlook takes https addresses only, without a path.');
  process.exitCode = 1;
} else {
  const xml = manifestFor(origin);
  const problems = checkManifest(xml, manifestFacts(origin));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else if (values.file === undefined) console.log(xml);
  else {
    await writeFile(values.file, xml);
    console.log(`${values.file} is ready for ${origin}: ${readFileSync(values.file).length} bytes.`);
  }
}
