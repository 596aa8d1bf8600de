import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** A step that has not ended by then is stuck: it is ended and has failed. */
const END_WITHIN_MS = 25 * 60_000;

/** One check: its name, and a script with its arguments, run by this Node. */
export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Show the output while it comes, not only when the step failed. */
  readonly isLoud?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs one step and says how it went; the output of a quiet one is shown only if it failed. */
export async function runStep({ name, command, isLoud = false, env = {} }: Step): Promise<boolean> {
  const startedAt = Date.now();
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', isLoud ? 'inherit' : 'pipe', isLoud ? 'inherit' : 'pipe'],
    env: { ...process.env, ...env },
  });
  const stuck = setTimeout(() => {
    console.log(`${name} did not end within ${END_WITHIN_MS / 60_000} minutes`);
    child.kill('SIGKILL');
  }, END_WITHIN_MS);
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => {
      resolve(1);
    });
  });
  clearTimeout(stuck);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name} (${seconds} s)`);
  if (code !== 0) process.stdout.write(Buffer.concat(output));
  return code === 0;
}

/** Runs steps, at most two at a time, all of them even if one fails. Returns how each one went. */
export async function runSteps(steps: readonly Step[]): Promise<boolean[]> {
  const waiting = [...steps];
  const results: boolean[] = [];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step));
  };
  await Promise.all([lane(), lane()]);
  return results;
}
