import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { openMessage } from '../../contract/mailbox.ts';
import { compare } from '../measure/compare.ts';
import { drive } from '../measure/drive.ts';
import type { Figure } from '../measure/figure.ts';
import { type Ask, createHttpClient } from '../stage/http-client.ts';
import { openedMessage } from '../stage/mailbox-content.ts';
import type { Stage } from '../stage/open-stage.ts';
import { seedFloorMailbox } from '../stage/seed-floor-mailbox.ts';
import { type ProductMailbox, seedProductMailbox } from '../stage/seed-product-mailbox.ts';
import { floorPages, productPages, readEveryPage } from './mailbox-pages.ts';
import type { WorkloadSize } from './workload-size.ts';

const atATime = 8;
const openable = 300;

/** Opening a message, and pages of 50 of mailboxes of two sizes, first and deep. */
export async function measureMailbox(stage: Stage, size: WorkloadSize): Promise<Figure[]> {
  const floorDatabase = mongoose.connection.getClient().db('bench-floor');
  const content = { messages: openable, entries: size.mailbox };
  const small = await seedProductMailbox('pat@client.example', content, stage.context);
  const large = await seedProductMailbox('kim@client.example', { messages: 1, entries: 10 * size.mailbox }, stage.context);
  const smallOfFloor = await seedFloorMailbox(floorDatabase, content);
  const product = await stage.startProduct();
  const floor = await stage.startFloor();
  const [ours, theirs] = [createHttpClient(product.port), createHttpClient(floor.port)];
  const figures = [
    await compareOpening(size, opener(ours.ask, small, stage.publicOrigin), floorOpener(theirs.ask, smallOfFloor)),
    ...(await comparePages(size, { ours: ours.ask, theirs: theirs.ask, small, large, smallOfFloor })),
  ];
  ours.close();
  theirs.close();
  await Promise.all([product.stop(), floor.stop()]);
  return figures;
}

type Step = (index: number) => Promise<void>;

async function compareOpening({ repetitions, opens }: WorkloadSize, product: Step, against: Step): Promise<Figure> {
  return compare({
    workload: 'open a message, 4 KB, 8 at a time',
    unit: 'messages/s',
    target: { atLeast: 0.6 },
    repetitions,
    product: async () => opens / (await drive(opens, atATime, product)),
    against: async () => opens / (await drive(opens, atATime, against)),
  });
}

function opener(ask: Ask, { sessionToken, deliveryIds }: ProductMailbox, origin: string): Step {
  const headers = { cookie: `__Host-session=${sessionToken}`, origin, 'content-type': 'application/json' };
  return async (index) => {
    const path = openMessage.path.replace(':deliveryId', deliveryIds[index % deliveryIds.length] ?? '');
    const answer = await ask({ method: 'POST', path, headers, body: '{}', status: 200 });
    assert.equal(openMessage.output.parse(JSON.parse(answer)).html, openedMessage.html);
  };
}

function floorOpener(ask: Ask, { sessionToken, deliveryIds }: ProductMailbox): Step {
  return async (index) => {
    const path = `/open/${deliveryIds[index % deliveryIds.length]}`;
    const answer = await ask({ method: 'POST', path, headers: { authorization: sessionToken }, status: 200 });
    assert.equal((JSON.parse(answer) as typeof openedMessage).html, openedMessage.html);
  };
}

interface Mailboxes {
  readonly ours: Ask;
  readonly theirs: Ask;
  readonly small: ProductMailbox;
  readonly large: ProductMailbox;
  readonly smallOfFloor: ProductMailbox;
}

async function comparePages({ repetitions, pages, mailbox }: WorkloadSize, mailboxes: Mailboxes): Promise<Figure[]> {
  const { ours, theirs, small, large, smallOfFloor } = mailboxes;
  const readSmall = productPages(ours, small.sessionToken);
  const readLarge = productPages(ours, large.sessionToken);
  const readFloor = floorPages(theirs, smallOfFloor.sessionToken);
  const deep = await readEveryPage(readSmall, mailbox);
  const deepInLarge = await readEveryPage(readLarge, 10 * mailbox);
  const deepOnFloor = await readEveryPage(readFloor, mailbox);

  const rate = (read: () => Promise<unknown>) => async () =>
    pages / (await drive(pages, atATime, async () => void (await read())));
  const cost = (read: () => Promise<unknown>) => async () =>
    (1000 * (await drive(pages, 1, async () => void (await read())))) / pages;
  const besideFloor = { unit: 'pages/s', target: { atLeast: 0.6 }, repetitions };
  const besideItself = { unit: 'ms a page', target: { atMost: 1.25 }, repetitions };
  const ofSmall = `page of ${listLength} of ${mailbox}`;
  return [
    await compare({
      workload: `first ${ofSmall}`,
      ...besideFloor,
      product: rate(() => readSmall(null)),
      against: rate(() => readFloor(null)),
    }),
    await compare({
      workload: `deep ${ofSmall}`,
      ...besideFloor,
      product: rate(() => readSmall(deep)),
      against: rate(() => readFloor(deepOnFloor)),
    }),
    await compare({
      workload: `deep / first ${ofSmall}`,
      ...besideItself,
      product: cost(() => readSmall(deep)),
      against: cost(() => readSmall(null)),
    }),
    await compare({
      workload: `first page, ${10 * mailbox} / ${mailbox}`,
      ...besideItself,
      product: cost(() => readLarge(null)),
      against: cost(() => readSmall(null)),
    }),
    await compare({
      workload: `deep page, ${10 * mailbox} / ${mailbox}`,
      ...besideItself,
      product: cost(() => readLarge(deepInLarge)),
      against: cost(() => readSmall(deep)),
    }),
  ];
}

const listLength = 50;
