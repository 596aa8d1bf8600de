import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ChunkGroup, Compilation } from 'webpack';

const kilobyte = 1024;

interface FirstView {
  readonly name: string;
  readonly program: string;
  readonly entry: string;
  /** What the view loads beyond its entry before it shows itself: the ends of the lazy imports' names. */
  readonly lazy: readonly string[];
  readonly budgetKilobytes: number;
}

/** What people wait for before they see a page, and how much of it is allowed: JavaScript and CSS, gzip, in KB. */
export const firstViews: readonly FirstView[] = [
  { name: 'task pane', program: 'addin', entry: 'taskpane', lazy: [], budgetKilobytes: 145 },
  { name: 'portal sign-in', program: 'portal', entry: 'portal', lazy: [], budgetKilobytes: 140 },
  { name: 'portal mailbox', program: 'portal', entry: 'portal', lazy: ['/load-mailbox-page.ts'], budgetKilobytes: 230 },
];

export interface MeasuredView {
  readonly name: string;
  readonly kilobytes: number;
  readonly budgetKilobytes: number;
}

/** Weighs the first views of one built program. */
export function measureFirstViews(compilation: Compilation): MeasuredView[] {
  return firstViews
    .filter(({ program }) => program === compilation.name)
    .map((view) => {
      const groups = [entryGroup(compilation, view.entry), ...view.lazy.map((ending) => lazyGroup(compilation, ending))];
      const files = new Set(groups.flatMap((group) => group.getFiles()));
      const bytes = [...files].filter((file) => /\.(?:js|css)$/.test(file)).map((file) => gzipSize(compilation, file));
      const kilobytes = bytes.reduce((sum, size) => sum + size, 0) / kilobyte;
      return { name: view.name, kilobytes: Math.round(kilobytes * 10) / 10, budgetKilobytes: view.budgetKilobytes };
    });
}

function entryGroup(compilation: Compilation, entry: string): ChunkGroup {
  const group = compilation.entrypoints.get(entry);
  if (group === undefined) throw new Error(`no entry ${entry}: the list in first-view.ts is out of date`);
  return group;
}

function lazyGroup(compilation: Compilation, ending: string): ChunkGroup {
  const group = compilation.chunkGroups.find(({ origins }) =>
    origins.some(({ module, request }) => module && request.endsWith(ending)),
  );
  if (group === undefined) throw new Error(`no lazy import of …${ending}: the list in first-view.ts is out of date`);
  return group;
}

/** The size of the copy that a browser is sent. */
function gzipSize(compilation: Compilation, file: string): number {
  return statSync(join(compilation.compiler.outputPath, `${file}.gz`)).size;
}
