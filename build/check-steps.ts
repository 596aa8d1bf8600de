import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from './run-step.ts';

const root = join(import.meta.dirname, '..');
const bin = (name: string): string => join('node_modules', '.bin', name);
/** TypeScript's native compiler; the one in JavaScript stays for what uses it as a library. */
const tsc = join('node_modules', 'typescript-native', 'bin', 'tsc');

/** What `npm run check` runs side by side: lint, the build, types of the whole and of each program by itself, format, unused things. */
export function checkSteps(): Step[] {
  const programs = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => name)
    .filter((name) => readdirSync(join(root, name)).includes('tsconfig.json'));
  return [
    { name: 'lint', command: [bin('eslint'), '--max-warnings', '0', '.'] },
    { name: 'build', command: ['build/build-pages.ts', '--if-changed'] },
    { name: 'types', command: [tsc, '--noEmit'] },
    ...programs.map((program) => ({ name: `types of ${program}`, command: [tsc, '--noEmit', '-p', program] })),
    { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
    { name: 'nothing unused', command: [bin('knip')] },
  ];
}

/** The weight of the first views; needs the built pages. */
export const sizeStep: Step = { name: 'size', command: ['build/check-sizes.ts'] };
