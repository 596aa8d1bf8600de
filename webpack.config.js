import { existsSync } from 'node:fs';
import { join } from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import { PaneFencePlugin } from './build/pane-fence-plugin.ts';
import { PrecompressPlugin } from './build/precompress-plugin.ts';
import { ScriptNoncePlugin } from './build/script-nonce-plugin.ts';

const root = import.meta.dirname;
const at = (...segments) => join(root, ...segments);

/** One browser program: its pages, each with its own script if it has one, and nothing shared with another program. */
const program = (name, { pages, scripts = {}, plugins = [] }) => ({
  name,
  context: root,
  mode: 'production',
  target: ['web', 'es2022'],
  devtool: false,
  entry: { ...Object.fromEntries(pages.filter(hasScript).map((page) => [page.name, `${page.path}.tsx`])), ...scripts },
  output: {
    path: at('dist', name),
    publicPath: '/',
    // A script that belongs to no page is found by its plain name; all others have their content's hash in it.
    filename: ({ chunk }) => (chunk.name in scripts ? '[name].js' : 'assets/[name].[contenthash].js'),
    chunkFilename: 'assets/[name].[contenthash].js',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      // Takes each icon from a module of its own; the package's index would have every one of them parsed, most of a minute.
      { test: /\.(?:js|tsx?)$/, enforce: 'pre', use: '@fluentui/react-icons-atomic-webpack-loader' },
      { test: /\.tsx?$/, use: { loader: 'swc-loader', options: swcOptions }, exclude: /node_modules/ },
      // The page that draws PDFs may ask nobody for anything, so its decoders travel within its script.
      { test: /\.wasm$/, type: 'asset/inline' },
      // Our own modules do nothing when they are merely imported, so what a page does not use of them stays out of it.
      { include: [at('contract'), at('screen')], sideEffects: false },
    ],
  },
  optimization: { minimize: { html: false } },
  performance: { hints: false },
  plugins: [
    ...pages.map(
      ({ name, path }) =>
        new HtmlPlugin({
          filename: `${name}.html`,
          template: `${path}.html`,
          chunks: [name],
          minify: false,
          scriptLoading: 'defer',
        }),
    ),
    new ScriptNoncePlugin(),
    new PrecompressPlugin(),
    ...plugins,
  ],
});

const swcOptions = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
};

const page = (folder, name) => ({ name, path: at(folder, name) });
const hasScript = ({ path }) => existsSync(`${path}.tsx`);

/** @type {import('webpack').Configuration[]} */
const programs = [
  program('portal', {
    pages: [page('portal', 'portal'), page('portal', 'viewer')],
    plugins: [new CopyPlugin({ patterns: [at('portal/frame.html')] })],
  }),
  program('addin', { pages: [page('addin', 'taskpane')], plugins: [new PaneFencePlugin()] }),
  program('demo', {
    pages: [page('demo/outlook', 'outlook'), page('demo/start-page', 'start')],
    scripts: { 'fake-office': at('demo/outlook/fake-office.ts') },
  }),
];

export default programs;
