// npm run bench [-- --only send,upload] [--quick] [--profile FOLDER]
import { writeFile } from 'node:fs/promises';
import { arch, availableParallelism, platform } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figuresTable } from './measure/print-figures.ts';
import { openStage } from './stage/open-stage.ts';
import { measureDownload } from './workload/download.ts';
import { measureDrain } from './workload/drain.ts';
import { measureMailbox } from './workload/mailbox.ts';
import { measureMemory } from './workload/memory.ts';
import { measurePane } from './workload/pane.ts';
import { measureSearch } from './workload/search.ts';
import { measureSend } from './workload/send.ts';
import { measureSentList } from './workload/sent-list.ts';
import { measureSignIn } from './workload/sign-in.ts';
import { measureUpload } from './workload/upload.ts';
import { measurePageSpeed } from './workload/page-speed.ts';
import { measureFirstViews } from './workload/first-view.ts';
import { fullSize, quickSize } from './workload/workload-size.ts';

const workloads = {
  send: measureSend,
  drain: measureDrain,
  upload: measureUpload,
  memory: measureMemory,
  download: measureDownload,
  mailbox: measureMailbox,
  'sign-in': measureSignIn,
  search: measureSearch,
  'sent-list': measureSentList,
  'first-view': measureFirstViews,
  'page-speed': measurePageSpeed,
  pane: measurePane,
} as const;

const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false }, profile: { type: 'string' } },
});
const size = values.quick ? quickSize : fullSize;
const wanted = values.only?.split(',').map((name) => name.trim()) ?? Object.keys(workloads);
const unknown = wanted.filter((name) => !Object.hasOwn(workloads, name));
if (unknown.length > 0) {
  console.error(`There is no workload ${unknown.join(', ')}; there are: ${Object.keys(workloads).join(', ')}`);
  process.exit(1);
}
const figures = [];
for (const [name, measure] of Object.entries(workloads)) {
  if (!wanted.includes(name)) continue;
  console.log(`Measuring ${name} ...`);
  // A fresh engine for each: what one workload left must not slow down the next.
  const stage = await openStage(values.profile ?? null);
  try {
    figures.push(...(await measure(stage, size)));
  } finally {
    await stage.close();
  }
}
console.log(`\n${figuresTable(figures)}\n`);
const machine = { system: `${platform()} ${arch()}`, cores: availableParallelism(), node: process.version };
const result = { measuredAt: new Date().toISOString(), machine, size, figures };
await writeFile(join(import.meta.dirname, 'results.json'), `${JSON.stringify(result, null, 2)}\n`);
