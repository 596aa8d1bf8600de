import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '../..');
let eslint: ESLint;

beforeAll(() => {
  // The planted files are not on the disk, so rules that need types have nothing to look at.
  const withoutTypes = { files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked };
  eslint = new ESLint({ cwd: root, overrideConfig: [withoutTypes] });
});

async function messagesFor(file: string, code: string): Promise<string> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return (result?.messages ?? []).map(({ message }) => message).join('\n');
}

const jobRule = /a job never imports another job: move what both need into a part/;
const planted: [what: string, file: string, code: string, message: RegExp][] = [
  [
    'contract importing the server',
    'contract/planted.ts',
    "import '../server/errors.ts';",
    /contract\/ .* may import zod\/mini and itself only/,
  ],
  ['contract importing a package', 'contract/planted.ts', "import 'zod';", /contract\/ may import zod\/mini and itself only/],
  ['contract importing Node', 'contract/planted.ts', "import 'node:fs';", /contract\/ may import zod\/mini and itself only/],
  ['screen importing the portal', 'screen/planted.ts', "import '../portal/api.ts';", /screen\/ .* may import contract\/ only/],
  [
    'the pane importing the portal',
    'addin/planted.ts',
    "import '../portal/api.ts';",
    /addin\/ may import itself, screen\/ and contract\//,
  ],
  [
    'the pane importing the server',
    'addin/planted.ts',
    "import '../server/errors.ts';",
    /addin\/ may import itself, screen\/ and contract\//,
  ],
  ['the pane importing the demo', 'addin/planted.ts', "import '../demo/outlook/fake-office.ts';", /addin\/ may import itself/],
  [
    'the portal importing the pane',
    'portal/planted.ts',
    "import '../addin/api.ts';",
    /portal\/ may import itself, screen\/ and contract\//,
  ],
  ['the portal importing Node', 'portal/planted.ts', "import 'node:fs';", /A browser program has no Node/],
  [
    'the server importing the screens',
    'server/planted.ts',
    "import '../screen/format.ts';",
    /server\/ may import itself and contract\//,
  ],
  ['the server importing the demo', 'server/planted.ts', "import '../demo/start.ts';", /goes into demo\//],
  [
    'the server importing what production does not install',
    'server/planted.ts',
    "import 'react';",
    /'react' should be listed in the project's dependencies/,
  ],
  ['a job of the server importing another', 'server/send/planted.ts', "import '../account/sign-in.ts';", jobRule],
  ['a job of the portal importing another', 'portal/account/planted.ts', "import '../mailbox/clean-body.ts';", jobRule],
  ['a job importing another by its type', 'server/send/planted.ts', "export type { X } from '../account/sign-in.ts';", jobRule],
  ['a job importing another when needed', 'server/send/planted.ts', "await import('../account/sign-in.ts');", jobRule],
  ['a job importing the table', 'server/send/planted.ts', "import '../routes.ts';", jobRule],
  ['a job of the pane importing another', 'addin/send/planted.ts', "import '../track/SentPanel.tsx';", jobRule],
  [
    'http importing messages',
    'server/http/planted.ts',
    "import '../message/accept-message.ts';",
    /server\/http is a part: it may import security and store/,
  ],
  [
    'a part importing a job',
    'server/message/planted.ts',
    "import '../send/send-message.ts';",
    /server\/message is a part: .* never a job/,
  ],
  [
    'mail importing http',
    'server/mail/planted.ts',
    "import '../http/serve.ts';",
    /server\/mail is a part: it may import security and store/,
  ],
  [
    'security importing mail',
    'server/security/planted.ts',
    "import '../mail/transports.ts';",
    /server\/security is a part: it may import store/,
  ],
  [
    'store importing security',
    'server/store/planted.ts',
    "import '../security/seal.ts';",
    /server\/store is a part: it may import no other part/,
  ],
  ['mongoose outside the store', 'server/send/planted.ts', "import 'mongoose';", /Only server\/store knows mongoose/],
  ['mongoose when needed', 'server/send/planted.ts', "await import('mongoose');", /Only server\/store knows mongoose/],
  ['a job importing a command', 'server/send/planted.ts', "import '../invite.ts';", jobRule],
  ['what all jobs share importing one', 'server/context.ts', "import './send/send-message.ts';", /shared by all jobs: it never/],
  ['a part of the portal importing a job', 'portal/page/planted.ts', "import '../mailbox/clean-body.ts';", /is a part: it never/],
  ['a part of the pane importing a job', 'addin/outlook/planted.ts', "import '../send/send-key.ts';", /is a part: it never/],
  [
    'the environment outside the settings',
    'server/send/planted.ts',
    'export const x = process.env.HOME;',
    /Only server\/config.ts reads the environment/,
  ],
  ['the environment in brackets', 'server/send/planted.ts', "export const x = process['env'];", /Only server\/config.ts reads/],
  ['the environment taken apart', 'server/send/planted.ts', 'export const { env } = process;', /Only server\/config.ts reads/],
  [
    'the environment by another name',
    'server/send/planted.ts',
    "import { env } from 'node:process';",
    /Only server\/config.ts reads the environment/,
  ],
  ['a circle of imports', 'server/http/receive-file.ts', "export { serve } from './serve.ts';", /Dependency cycle/],
  ['Office outside its place', 'addin/send/planted.ts', 'export const x = Office.context;', /Only addin\/outlook names Office/],
  ['Office through the window', 'addin/send/planted.ts', 'export const x = window.Office;', /Only addin\/outlook names Office/],
  ['Office taken apart', 'addin/send/planted.ts', 'export const { Office } = window;', /Only addin\/outlook names Office/],
  ['MSAL when needed', 'addin/send/planted.ts', "await import('@azure/msal-browser');", /Only addin\/outlook knows MSAL/],
  ['MSAL outside its place', 'addin/send/planted.ts', "import '@azure/msal-browser';", /Only addin\/outlook knows MSAL/],
  ['a default export', 'server/send/planted.ts', 'export default 1;', /Prefer named exports/],
  ['a file of 251 lines', 'server/planted.ts', 'export {};\n'.repeat(251), /too many lines \(251\)/],
  ['a function of 41 lines', 'server/planted.ts', `export function long() {${'\n'.repeat(40)}}`, /too many lines \(41\)/],
  [
    'markup put in unchecked',
    'portal/planted.ts',
    'export const f = (e: Element, s: string) => { e.innerHTML = s; };',
    /Unsafe assignment to innerHTML/,
  ],
  [
    'a hook called now and then',
    'portal/Planted.tsx',
    "import { useState } from 'react';\nexport function Planted(p: { b: boolean }) { if (p.b) useState(1); return null; }",
    /called conditionally/,
  ],
  ['a note for later', 'server/planted.ts', '// TO' + 'DO: later', /Unexpected/],
];

test.each(planted)('lint refuses %s', async (_what, file, code, message) => {
  expect(await messagesFor(file, code)).toMatch(message);
});

const welcome: [what: string, file: string, code: string][] = [
  ['a job using a part', 'server/send/planted.ts', "import '../message/accept-message.ts';"],
  ['the table naming every job', 'server/planted.ts', "import './send/send-message.ts';\nimport './account/sign-in.ts';"],
  ['the store using mongoose', 'server/store/planted.ts', "import 'mongoose';"],
  ['contract using zod/mini', 'contract/planted.ts', "import 'zod/mini';\nimport './errors.ts';"],
  ['the demo using everything', 'demo/planted.ts', "import '../server/app.ts';\nimport 'react';"],
];

test.each(welcome)('lint welcomes %s', async (_what, file, code) => {
  expect(await messagesFor(file, code)).toBe('');
});
