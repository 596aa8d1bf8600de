// npm run check: everything that can be said about the sources without running them, and the weight of the pages.
import { checkSteps, sizeStep } from './check-steps.ts';
import { runStep, runSteps } from './run-step.ts';

const results = await runSteps(checkSteps());
results.push(await runStep(sizeStep));
process.exitCode = results.includes(false) ? 1 : 0;
