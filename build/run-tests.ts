// npm test: every check, the build, and all tests; the last line counts them.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSteps, checkSteps } from './check-steps.ts';
import { runStep, runSteps } from './run-step.ts';

interface JestCounts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files that broke before a test of theirs could fail. */
  readonly numRuntimeErrorTestSuites: number;
  readonly success: boolean;
}

/** The journeys drive browsers and measure time, so they run one after the other. */
const selections = [
  { name: 'job and screen tests', args: ['--selectProjects', 'jobs', 'screens', '--maxWorkers', '2'] },
  { name: 'journeys', args: ['--selectProjects', 'journeys', '--maxWorkers', '1'] },
];

const results = await runSteps(checkSteps());
for (const step of buildSteps) results.push(await runStep(step));
let passed = results.filter((isPassed) => isPassed).length;
let failed = results.length - passed;

const folder = await mkdtemp(join(tmpdir(), 'sealpost-results-'));
for (const { name, args } of selections) {
  const outputFile = join(folder, 'results.json');
  await rm(outputFile, { force: true });
  await runStep({
    name,
    command: ['node_modules/.bin/jest', ...args, '--json', '--outputFile', outputFile],
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
  const broken = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  return { passed: counts.numPassedTests, failed: counts.success ? broken : Math.max(1, broken) };
}
