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

/** The loose files of the server that jobs and parts may import; they know no job. The others put a server or a command together, and only they see
 *  everything. */
const sharedFiles = [
  'config.ts',
  'context.ts',
  'errors.ts',
  'mail-size.ts',
  'setting-files.ts',
  'setting-rules.ts',
  'setting-schema.ts',
  'shared-mailboxes.ts',
];

/** A zone of `import-x/no-restricted-paths`: files in `target` must not import from `from`. */
interface Zone {
  readonly target: string;
  readonly from: string[];
  readonly message: string;
}

/** Every import fence of the house, computed from the folders that are there. */
export function importFences(): Zone[] {
  return [...programFences(), ...jobFences(), ...partFences(), ...sharedFileFences(), ...browserPartFences()].filter(
    ({ from }) => from.length > 0,
  );
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
    const entries = program === 'server' ? serverEntries() : [];
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
      ...serverEntries(),
    ],
    message: `server/${part} is a part: it may import ${allowed.length > 0 ? allowed.join(' and ') : 'no other part'}, and never a job.`,
  }));
}

/** What everybody on the server imports would carry a job to every other. */
function sharedFileFences(): Zone[] {
  const jobs = jobsOf('server').map((job) => at('server', job));
  return sharedFiles.map((file) => ({
    target: at('server', file),
    from: [...jobs, ...serverEntries()],
    message: `server/${file} is shared by all jobs: it never imports a job.`,
  }));
}

/** What the pages of a browser program share knows none of its jobs. */
function browserPartFences(): Zone[] {
  return (['addin', 'portal'] as const).flatMap((program) => {
    const jobs = jobsOf(program);
    const parts = foldersOf(program).filter((folder) => !jobs.includes(folder));
    return parts.map((part) => ({
      target: at(program, part),
      from: jobs.map((job) => at(program, job)),
      message: `${program}/${part} is a part: it never imports a job.`,
    }));
  });
}

function serverEntries(): string[] {
  return readdirSync(at('server'))
    .filter((name) => name.endsWith('.ts') && !sharedFiles.includes(name))
    .map((file) => at('server', file));
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
