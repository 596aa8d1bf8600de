import { join, relative } from 'node:path';
import HtmlPlugin from 'html-webpack-plugin';
import webpack, { type Compilation, type Compiler } from 'webpack';

const officeScript = /<script[^>]+src="https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js"/;

/** Fails the build of the task pane when its page does not load office.js from Microsoft, or when anything of the demo got into it. */
export class PaneFencePlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('PaneFence', (compilation) => {
      HtmlPlugin.getCompilationHooks(compilation).beforeEmit.tap('PaneFence', (page) => {
        if (!officeScript.test(page.html)) refuse(compilation, `${page.outputName} does not load office.js from Microsoft`);
        return page;
      });
      compilation.hooks.finishModules.tap('PaneFence', (modules) => {
        const demo = join(compiler.context, 'demo') + '/';
        for (const module of modules) {
          const file = module instanceof webpack.NormalModule ? module.resource : '';
          if (file.startsWith(demo)) refuse(compilation, `the task pane must not contain ${relative(compiler.context, file)}`);
        }
      });
    });
  }
}

function refuse(compilation: Compilation, sentence: string): void {
  compilation.errors.push(new webpack.WebpackError(sentence));
}
