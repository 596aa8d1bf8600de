import { bareContentId } from './bare-content-id.ts';
import { isInlinePicture } from './raster-picture.ts';

interface File {
  readonly contentId: string | null;
  readonly contentType: string;
}

/** The sources of pictures that name a file; no step of it looks at a sign twice, however hostile the body. */
const NAMED = /(?<=[\s"'/])src\s*=\s*(?:"cid:([^"]*)"|'cid:([^']*)'|cid:([^\s>"']+))/gi;

const SIGNS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** The files of a message that stand in its list and its zip: all but the pictures that are seen in the body itself. A picture that nobody names,
 *  that no page may show, or that shares its name with an earlier one, is a file like any other. The body is read once for all of them. */
export function filesBesideBody<Of extends File>(files: readonly Of[], html: string): readonly Of[] {
  if (!files.some(isInlinePicture)) return files;
  const named = new Set<string>();
  for (const [, double, single, bare] of html.matchAll(NAMED)) named.add(nameIn(double ?? single ?? bare ?? ''));
  return files.filter((file) => !(isInlinePicture(file) && named.delete(bareContentId(file.contentId ?? ''))));
}

function nameIn(source: string): string {
  return bareContentId(source.replace(/&(?:lt|gt|quot|#39|amp);/g, (sign) => SIGNS[sign] ?? sign));
}
