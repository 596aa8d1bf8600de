// npm run check: everything that can be said about the sources without running them, and the weight of the pages.
import { buildSteps, checkSteps } from './check-steps.ts';
import { runStep, runSteps } from './run-step.ts';

const results = await runSteps(checkSteps());
for (const step of buildSteps) results.push(await runStep(step));
process.exitCode = results.includes(false) ? 1 : 0;
