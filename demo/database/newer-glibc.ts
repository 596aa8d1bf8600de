import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the embedded database engine was linked against. */
const neededGlibc = { major: 2, minor: 38 };

/** The first release of each distribution whose glibc is new enough. */
const newerRelease: Record<string, string> = { debian: 'trixie', ubuntu: 'noble' };

const loaderName: Partial<Record<NodeJS.Architecture, string>> = { x64: 'ld-linux-x86-64.so.2', arm64: 'ld-linux-aarch64.so.1' };

/** What decides whether the engine runs. */
export interface System {
  readonly platform: string;
  /** Its version, such as 2.36; null where there is none. */
  readonly glibc: string | null;
}

/** How to start one process with another glibc than the system's. */
export interface NewerGlibc {
  readonly loader: string;
  readonly libraryPath: string;
}

/** Whether this system's own C library runs the embedded engine: a new enough glibc, or that of macOS. */
export function isOwnLibraryEnough(system: System = thisSystem()): boolean {
  if (system.platform !== 'linux') return true;
  const [major = 0, minor = 0] = (system.glibc ?? '0').split('.').map(Number);
  return major > neededGlibc.major || (major === neededGlibc.major && minor >= neededGlibc.minor);
}

/** Whether this is a Linux without glibc, such as Alpine: no fetched glibc helps there. */
export function isWithoutGlibc({ platform, glibc }: System = thisSystem()): boolean {
  return platform === 'linux' && glibc === null;
}

function thisSystem(): System {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return { platform: process.platform, glibc: header.glibcVersionRuntime ?? null };
}

/** Where things fetched for the demo and the tests are kept between starts. */
export function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'sealpost');
}

/** The newer glibc in the cache, fetched there first if need be from the machine's own Debian or Ubuntu mirror; nothing is installed.
 *  @throws Error with one sentence for people where that cannot be done */
export async function bringNewerGlibc(say: (sentence: string) => void = () => {}): Promise<NewerGlibc> {
  const release = await newerReleaseOfThisSystem();
  const folder = join(cacheFolder(), `glibc-${release}-${process.arch}`);
  if (!existsSync(folder)) {
    say(`The database engine needs a newer C library than this system has: fetching that of ${release} into ${folder}`);
    await fetchGlibc(release, folder);
  }
  return findLoader(folder);
}

async function newerReleaseOfThisSystem(): Promise<string> {
  const distribution = /^ID=(\w+)/m.exec(await readFile('/etc/os-release', 'utf8').catch(() => ''))?.[1] ?? '';
  const release = newerRelease[distribution];
  if (release === undefined) throw new Error('the C library of this system is older than 2.38 and no newer one is known for it');
  return release;
}

async function fetchGlibc(release: string, folder: string): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  const workshop = await mkdtemp(join(cacheFolder(), 'fetching-'));
  try {
    const apt = await privateApt(workshop, release);
    await apt('update');
    await apt('download', 'libc6', 'libstdc++6', 'libgcc-s1');
    const unpacked = join(workshop, 'unpacked');
    for (const file of await readdir(workshop)) {
      if (file.endsWith('.deb')) await run('dpkg-deb', ['-x', join(workshop, file), unpacked]);
    }
    await moveIntoPlace(unpacked, folder);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Two processes may fetch at the same time: the first one's folder stays. */
async function moveIntoPlace(unpacked: string, folder: string): Promise<void> {
  try {
    await rename(unpacked, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** apt-get with lists, cache and state of its own, so that the system's own stay as they are. */
async function privateApt(workshop: string, release: string): Promise<(...args: string[]) => Promise<unknown>> {
  const keys = '/usr/share/keyrings/debian-archive-keyring.gpg';
  const options = release === 'trixie' && existsSync(keys) ? `[signed-by=${keys}] ` : '';
  await mkdir(join(workshop, 'lists', 'partial'), { recursive: true });
  await mkdir(join(workshop, 'cache', 'archives', 'partial'), { recursive: true });
  await writeFile(join(workshop, 'status'), '');
  await writeFile(join(workshop, 'sources.list'), `deb ${options}${await ownMirror()} ${release} main\n`);
  await writeFile(
    join(workshop, 'apt.conf'),
    [
      `Dir::Etc::sourcelist "${workshop}/sources.list";`,
      'Dir::Etc::sourceparts "-";',
      'Dir::Etc::preferencesparts "-";',
      `Dir::State::lists "${workshop}/lists";`,
      `Dir::State::status "${workshop}/status";`,
      `Dir::Cache "${workshop}/cache";`,
      'APT::Sandbox::User "";',
      'Acquire::Languages "none";',
      '#clear APT::Update::Post-Invoke;',
      '#clear APT::Update::Post-Invoke-Success;',
    ].join('\n'),
  );
  return (...args) => run('apt-get', ['-qq', '-c', join(workshop, 'apt.conf'), ...args], { cwd: workshop });
}

async function ownMirror(): Promise<string> {
  const codename = /^VERSION_CODENAME=(\w+)/m.exec(await readFile('/etc/os-release', 'utf8'))?.[1] ?? '';
  const format = '$(REPO_URI) $(RELEASE) $(COMPONENT)';
  const { stdout } = await run('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']);
  const targets = stdout.split('\n').map((line) => line.split(' '));
  const mirror = targets.find(([, release, component]) => release === codename && component === 'main')?.[0];
  if (mirror === undefined) throw new Error('the apt sources of this machine name no mirror of its own release');
  return mirror;
}

async function findLoader(folder: string): Promise<NewerGlibc> {
  const files = await readdir(folder, { recursive: true });
  const loader = files.find((file) => file.endsWith(`/${loaderName[process.arch] ?? '-'}`));
  const libraries = files.filter((file) => /\/lib(?:c|stdc\+\+|gcc_s)\.so\.\d+$/.test(file));
  if (loader === undefined || libraries.length < 3)
    throw new Error(`the C library in ${folder} is not complete; delete that folder and start again`);
  const libraryPath = [...new Set(libraries.map((file) => join(folder, file, '..')))].join(':');
  return { loader: join(folder, loader), libraryPath };
}
