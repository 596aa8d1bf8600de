import { setImmediate as giveWay } from 'node:timers/promises';
import { Tokenizer } from 'htmlparser2';

/** Bytes of HTML that are read before others get their turn. */
const SLICE = 64 * 1024;
/** Elements that do not separate words. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark o:p q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
const UNREAD = new Set(['script', 'style', 'title', 'textarea', 'template', 'noscript']);
const ignore = () => undefined;
const unheard = {
  ...{
    onattribdata: ignore,
    onattribentity: ignore,
    onattribend: ignore,
    onattribname: ignore,
    oncdata: ignore,
    oncomment: ignore,
  },
  ...{ ondeclaration: ignore, onend: ignore, onopentagend: ignore, onprocessinginstruction: ignore, onselfclosingtag: ignore },
};

/** The text of an HTML body, in pieces as it is read: without tags, comments, styles and scripts. Takes time with the length alone, whatever the
 *  HTML is, and lets others have their turn after each slice. */
export async function* bodyText(html: string): AsyncGenerator<string> {
  const read = createReader(html);
  for (let start = 0; start < html.length; start += SLICE) {
    yield read(html.slice(start, start + SLICE));
    await giveWay();
  }
}

/** A tokenizer is enough, and a parser would be too much: what keeps account of open elements takes time with the square of their depth. */
function createReader(html: string): (slice: string) => string {
  let text = '';
  let unread: string | null = null;
  const add = (piece: string) => {
    if (unread === null) text += piece;
  };
  const separate = (name: string) => {
    if (!INLINE.has(name)) text += ' ';
  };
  const nameAt = (start: number, end: number) => html.slice(start, end).toLowerCase();
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ...unheard,
      ontext: (start, end) => add(html.slice(start, end)),
      ontextentity: (codePoint) => add(String.fromCodePoint(codePoint)),
      onopentagname: (start, end) => {
        const name = nameAt(start, end);
        if (UNREAD.has(name)) unread ??= name;
        separate(name);
      },
      onclosetag: (start, end) => {
        const name = nameAt(start, end);
        if (name === unread) unread = null;
        separate(name);
      },
    },
  );
  return (slice) => {
    text = '';
    tokenizer.write(slice);
    return text;
  };
}
