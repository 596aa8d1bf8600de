import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { limits } from '../../contract/limits.ts';
import { listSent, searchSent } from '../../contract/track.ts';
import { writeCursor } from '../../server/http/page-cursor.ts';
import { hashSentWord, sentSearchKey } from '../../server/security/sent-words.ts';
import type { MessageDocument } from '../../server/store/message-document.ts';
import { compare } from '../measure/compare.ts';
import type { Figure } from '../measure/figure.ts';
import { medianTime } from '../measure/median-time.ts';
import { type Ask, createHttpClient } from '../stage/http-client.ts';
import type { Stage } from '../stage/open-stage.ts';
import { seedSent } from '../stage/seed-sent.ts';
import type { WorkloadSize } from './workload-size.ts';

const FEW = 100;
const kinds = ['first page', 'deep page', 'search, one word', 'search, two words'] as const;
type Kind = (typeof kinds)[number];
type Steps = Record<Kind, () => Promise<void>>;

/** What staff sent, among 100 messages and among ten times the mailbox of the other figures, beside the bare query and beside each other. */
export async function measureSentList(stage: Stage, size: WorkloadSize): Promise<Figure[]> {
  const product = await stage.startProduct();
  const client = createHttpClient(product.port);
  const sides = [];
  for (const [person, messages] of [
    ['lee', FEW],
    ['alex', 10 * size.mailbox],
  ] as const) {
    const authorId = await seedSent(person, messages, stage.context);
    const headers = {
      authorization: `Bearer ${await stage.identity.token({ person })}`,
      origin: stage.publicOrigin,
      'content-type': 'application/json',
    };
    const deep = await placeAt(authorId, Math.floor(messages * 0.7));
    sides.push({ messages, ours: productSteps(client.ask, headers, deep), bare: bareSteps(authorId, deep, stage) });
  }
  const [few, many] = sides;
  assert.ok(few && many);
  const figures = [];
  for (const kind of kinds) {
    const p50 = (steps: Steps) => () => medianTime(size.pages, steps[kind]);
    const of = { unit: 'ms, p50', repetitions: size.repetitions };
    figures.push(
      await compare({
        workload: `sent, ${kind}, of ${many.messages}`,
        ...of,
        target: { atMost: 1 },
        product: p50(many.ours),
        against: async () => 3 * (await p50(many.bare)()) + 2,
      }),
      await compare({
        workload: `sent, ${kind}, ${many.messages} / ${few.messages}`,
        ...of,
        target: { atMost: 1.25 },
        product: p50(many.ours),
        against: p50(few.ours),
      }),
    );
  }
  client.close();
  await product.stop();
  return figures;
}

function productSteps(ask: Ask, headers: Record<string, string>, deep: MessageDocument): Steps {
  const page = async (query: string) => {
    const answer = await ask({ method: 'GET', path: `${listSent.path}${query}`, headers, status: 200 });
    assertPage(listSent.output.parse(JSON.parse(answer)).entries.length);
  };
  const search = async (text: string, found: number) => {
    const answer = await ask({ method: 'POST', path: searchSent.path, headers, body: JSON.stringify({ text }), status: 200 });
    assert.ok(searchSent.output.parse(JSON.parse(answer)).entries.length >= found);
  };
  return {
    'first page': () => page(''),
    'deep page': () => page(`?cursor=${writeCursor(deep.acceptedAt ?? deep.createdAt, deep._id)}`),
    'search, one word': () => search('pat', limits.pageOfSent),
    'search, two words': () => search('pat scan', limits.pageOfSent),
  };
}

const messages = () => mongoose.connection.collection<MessageDocument>('messages');
const newestFirst = { acceptedAt: -1, _id: -1 } as const;

/** The same asked of the collection itself: one range of the index, one round trip, nothing unsealed. */
function bareSteps(authorId: string, { acceptedAt }: MessageDocument, { context }: Stage): Steps {
  const searchKey = sentSearchKey(authorId, context.keys);
  const ask = async (index: string, filter: object, found: number) => {
    const rows = await messages()
      .find({ 'author.id': authorId, 'author.kind': 'staff', ...filter })
      .project({ sealedContent: 0, words: 0 })
      .sort(newestFirst)
      .hint(index)
      .limit(limits.pageOfSent + 1)
      .toArray();
    assert.ok(rows.length >= found);
  };
  const [pat, scan] = ['pat', 'scan'].map((word) => hashSentWord(searchKey, word));
  return {
    'first page': () => ask('sent', {}, limits.pageOfSent),
    'deep page': () => ask('sent', { acceptedAt: { $lt: acceptedAt } }, limits.pageOfSent),
    'search, one word': () => ask('sent-search', { words: pat }, limits.pageOfSent),
    'search, two words': () => ask('sent-search', { words: pat, $expr: { $in: [scan, '$words'] } }, limits.pageOfSent),
  };
}

async function placeAt(authorId: string, place: number): Promise<MessageDocument> {
  const [row] = await messages().find({ 'author.id': authorId }).sort(newestFirst).hint('sent').skip(place).limit(1).toArray();
  assert.ok(row);
  return row;
}

function assertPage(entries: number): void {
  assert.equal(entries, limits.pageOfSent);
}
