// npm test: every check, the build, and all tests; the last line counts them.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSteps, sizeStep } from './check-steps.ts';
import { runStep, runSteps } from './run-step.ts';

interface JestCounts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Left out by `skip` or by `only` on another: a test that does not run proves nothing. */
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that broke before a test of theirs could fail. */
  readonly numRuntimeErrorTestSuites: number;
  readonly success: boolean;
}

/** Job tests wait for the database now and then: three at a time keep two cores busy. A journey alone is a browser, a server and a database. */
const selections = [
  { name: 'job and screen tests', projects: ['jobs', 'screens'], workers: '3' },
  { name: 'journeys', projects: ['journeys'], workers: '2' },
];

const bin = 'node_modules/.bin/jest';
// Many processes of this run load the same modules, above all the product that each journey starts.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled');
const results = await runSteps(checkSteps());
results.push(await runStep(sizeStep));
let passed = results.filter((isPassed) => isPassed).length;
let failed = results.length - passed;

const folder = await mkdtemp(join(tmpdir(), 'sealpost-results-'));
for (const { name, projects, workers } of selections) {
  const outputFile = join(folder, 'results.json');
  await rm(outputFile, { force: true });
  await runStep({
    name,
    // What a broken test left open must not keep the run from ending.
    command: [bin, '--selectProjects', ...projects, '--maxWorkers', workers, '--forceExit', '--json', '--outputFile', outputFile],
    isLoud: true,
    env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
  });
  const counts = await readCounts(outputFile);
  passed += counts.passed;
  failed += counts.failed;
}
await rm(folder, { recursive: true, force: true });

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function readCounts(file: string): Promise<{ passed: number; failed: number }> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1 };
  const counts = JSON.parse(text) as JestCounts;
  const leftOut = counts.numPendingTests + counts.numTodoTests;
  if (leftOut > 0) console.log(`FAILED: ${leftOut} tests were left out`);
  const broken = counts.numFailedTests + counts.numRuntimeErrorTestSuites + leftOut;
  return { passed: counts.numPassedTests, failed: counts.success ? broken : Math.max(1, broken) };
}
