import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { routes } from '../../server/routes.ts';

const contract = join(import.meta.dirname, '../../contract');

interface Declared {
  readonly method: string;
  readonly path: string;
}

const isEndpoint = (value: unknown): value is Declared =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'input' in value;

async function declaredEndpoints(): Promise<string[]> {
  const files = (await readdir(contract)).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(files.map((file) => import(join(contract, file)) as Promise<Record<string, unknown>>));
  return modules
    .flatMap((module) => Object.values(module))
    .filter(isEndpoint)
    .map(({ method, path }) => `${method} ${path}`);
}

test('the server serves each endpoint of the contract exactly once, and nothing else', async () => {
  const served = routes.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`);
  expect(served.sort()).toEqual((await declaredEndpoints()).sort());
  expect(new Set(served).size).toBe(served.length);
});
