import { textsReady } from './catalogue.ts';

/** What `lazy()` wants of a part of the page that is fetched when needed; it is shown once its texts are in the language of the page. */
export async function lazyPage<Part>(part: Promise<Part>): Promise<{ default: Part }> {
  const loaded = await part;
  await textsReady();
  return { default: loaded };
}
