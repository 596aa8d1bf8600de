import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Compiler } from 'webpack';

const compressible = /^assets\/.*\.(?:js|css|svg)$/;
const encoders = [
  { ending: '.gz', encode: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }) },
  {
    ending: '.br',
    encode: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  },
];

/** Puts a gzip and a brotli copy beside every asset, so that the server never compresses one itself. */
export class PrecompressPlugin {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('Precompress', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tapPromise({ name: 'Precompress', stage }, async (assets) => {
        const work = Object.entries(assets).filter(([name]) => compressible.test(name));
        const copies = work.flatMap(([name, source]) =>
          encoders.map(async ({ ending, encode }) => {
            const copy = await encode(Buffer.from(source.buffer()));
            compilation.emitAsset(name + ending, new sources.RawSource(copy));
          }),
        );
        await Promise.all(copies);
      });
    });
  }
}
