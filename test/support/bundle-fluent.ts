import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import webpack from 'webpack';

const root = join(import.meta.dirname, '../..');

/** Where the configuration of the tests looks for it. */
const folder = join(root, 'dist/fluent-of-tests');

/** Makes one module of Fluent UI and the icons in use: every test file loads what it shows anew, and from the packages these are thousands of modules.
 *  Made once for these versions and icons. */
const bundleFluent = async (): Promise<void> => {
  const source = `export * from '@fluentui/react-components';\nexport { ${(await iconsInUse()).join(', ')} } from '@fluentui/react-icons';\n`;
  const stamp = createHash('sha256')
    .update(await readFile(join(root, 'package-lock.json')))
    .update(await readFile(import.meta.filename))
    .update(source)
    .digest('hex');
  if ((await readFile(join(folder, 'stamp'), 'utf8').catch(() => '')) === stamp) return;
  const making = `${folder}-${process.pid}`;
  await mkdir(making, { recursive: true });
  await writeFile(join(making, 'fluent.entry.js'), source);
  await bundle(making);
  await writeFile(join(making, 'stamp'), stamp);
  await rm(folder, { recursive: true, force: true });
  await rename(making, folder);
};

async function iconsInUse(): Promise<readonly string[]> {
  const files = globSync('{addin,portal,screen,test}/**/*.tsx', { cwd: root });
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  const lists = texts.flatMap((text) =>
    [...text.matchAll(/import \{([^}]*)\} from '@fluentui\/react-icons'/g)].map(([, list = '']) => list),
  );
  const names = lists.flatMap((list) => list.split(',').map((name) => name.trim()));
  return [...new Set(names)].filter((name) => name !== '' && !name.startsWith('type ')).sort();
}

function bundle(into: string): Promise<void> {
  const compiler = webpack({
    context: root,
    mode: 'development',
    target: ['web', 'es2022'],
    devtool: false,
    entry: join(into, 'fluent.entry.js'),
    output: { path: into, filename: 'fluent.mjs', library: { type: 'module' }, chunkFormat: false },
    experiments: { outputModule: true },
    externals: [/^react(-dom)?($|\/)/],
    externalsType: 'module',
    module: { rules: [{ test: /\.js$/, enforce: 'pre', use: '@fluentui/react-icons-atomic-webpack-loader' }] },
    optimization: { usedExports: true, sideEffects: true, concatenateModules: true },
    performance: { hints: false },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const failure = error ?? (stats?.hasErrors() === true ? new Error(stats.toString('errors-only')) : null);
      compiler.close(() => (failure ? reject(failure) : resolve()));
    });
  });
}

export default bundleFluent;
