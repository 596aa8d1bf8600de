import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

const programs = ['contract', 'screen', 'addin', 'portal', 'server', 'demo', 'bench', 'test', 'build'] as const;
type Program = (typeof programs)[number];

/** What a program of the product may import beside itself. `demo`, `bench`, `test` and `build` may import everything. */
const mayImport = {
  contract: { programs: [], because: 'contract/ is what the programs agree on: it may import zod/mini and itself only' },
  screen: { programs: ['contract'], because: 'screen/ is shared by both browser programs: it may import contract/ only' },
  addin: { programs: ['screen', 'contract'], because: 'addin/ may import itself, screen/ and contract/' },
  portal: { programs: ['screen', 'contract'], because: 'portal/ may import itself, screen/ and contract/' },
  server: {
    programs: ['contract'],
    because: 'server/ may import itself and contract/; what only a demo start needs goes into demo/',
  },
} satisfies Partial<Record<Program, { programs: Program[]; because: string }>>;

/** The parts of the server that jobs share, and the other parts each may import. Every other folder of server/ is a job. */
const serverParts: Record<string, readonly string[]> = {
  message: ['security', 'store'],
  mail: ['security', 'store'],
  http: ['security', 'store'],
  security: ['store'],
  store: [],
};

/** The files that put a server together; only they see everything. */
const serverEntries = ['app.ts', 'routes.ts', 'worker.ts', 'start.ts', 'index.ts'];

/** A zone of `import-x/no-restricted-paths`: files in `target` must not import from `from`. */
interface Zone {
  readonly target: string;
  readonly from: string[];
  readonly message: string;
}

/** Every import fence of the house, computed from the folders that are there. */
export function importFences(): Zone[] {
  return [...programFences(), ...jobFences(), ...partFences()].filter(({ from }) => from.length > 0);
}

function programFences(): Zone[] {
  return Object.entries(mayImport).map(([name, { programs: allowed, because }]) => ({
    target: at(name),
    from: programs.filter((other) => other !== name && !(allowed as Program[]).includes(other)).map((other) => at(other)),
    message: `${because}.`,
  }));
}

/** A job imports no other job, in any program, and not the files that put the server together. */
function jobFences(): Zone[] {
  return (['server', 'addin', 'portal'] as const).flatMap((program) => {
    const jobs = jobsOf(program);
    const entries = program === 'server' ? serverEntries.map((file) => at('server', file)) : [];
    return jobs.map((job) => ({
      target: at(program, job),
      from: [...jobs.filter((other) => other !== job).map((other) => at(program, other)), ...entries],
      message: `${program}/${job} is a job, and a job never imports another job: move what both need into a part (${partsOf(program)}).`,
    }));
  });
}

function partFences(): Zone[] {
  const jobs = jobsOf('server').map((job) => at('server', job));
  return Object.entries(serverParts).map(([part, allowed]) => ({
    target: at('server', part),
    from: [
      ...Object.keys(serverParts)
        .filter((other) => other !== part && !allowed.includes(other))
        .map((other) => at('server', other)),
      ...jobs,
      ...serverEntries.map((file) => at('server', file)),
    ],
    message: `server/${part} is a part: it may import ${allowed.length > 0 ? allowed.join(' and ') : 'no other part'}, and never a job.`,
  }));
}

/** The job folders of a program: on the server all that are no part; elsewhere those that bear the name of a job of the server. */
export function jobsOf(program: 'server' | 'addin' | 'portal'): string[] {
  const jobs = foldersOf('server').filter((folder) => !(folder in serverParts));
  return program === 'server' ? jobs : foldersOf(program).filter((folder) => jobs.includes(folder));
}

function partsOf(program: 'server' | 'addin' | 'portal'): string {
  const jobs = jobsOf(program);
  return (
    foldersOf(program)
      .filter((folder) => !jobs.includes(folder))
      .join(', ') || 'a folder of its own'
  );
}

function foldersOf(program: string): string[] {
  return readdirSync(at(program), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function at(...segments: string[]): string {
  return join(root, ...segments);
}
