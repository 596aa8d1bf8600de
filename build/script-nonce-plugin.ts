import HtmlPlugin from 'html-webpack-plugin';
import type { Compiler } from 'webpack';

/** Gives every script tag that the build puts into a page the placeholder for the nonce of the response. */
export class ScriptNoncePlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('ScriptNonce', (compilation) => {
      HtmlPlugin.getCompilationHooks(compilation).alterAssetTags.tap('ScriptNonce', (page) => {
        for (const tag of page.assetTags.scripts) tag.attributes['nonce'] = '{{NONCE}}';
        return page;
      });
    });
  }
}
