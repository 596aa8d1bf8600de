import { verify } from '@node-rs/argon2';
import mongoose from 'mongoose';
import { signIn } from '../../contract/account.ts';
import { compare } from '../measure/compare.ts';
import { drive } from '../measure/drive.ts';
import type { Figure } from '../measure/figure.ts';
import { type Ask, createHttpClient } from '../stage/http-client.ts';
import type { Stage } from '../stage/open-stage.ts';
import { seedProductMailbox } from '../stage/seed-product-mailbox.ts';
import { productPages } from './mailbox-pages.ts';
import { stormFigure } from './sign-in-storm.ts';
import type { WorkloadSize } from './workload-size.ts';

const atATime = 8;
const password = 'Harvest-Moon-42-Lantern';
/** Wrong guesses are spread over so many accounts that none has to wait. */
const accounts = 100;

/** Signing in with the right and a wrong password beside bare argon2id, wrong beside unknown, and mailbox pages during a storm of it. */
export async function measureSignIn(stage: Stage, { repetitions, signIns, pages }: WorkloadSize): Promise<Figure[]> {
  const kept = await stage.context.passwordHashes.hash(password);
  const mailbox = await seedProductMailbox('reader@client.example', { messages: 1, entries: 500 }, stage.context);
  for (let index = 0; index < accounts; index += 1)
    await seedProductMailbox(addressOf('known', index), { messages: 1, entries: 1 }, stage.context);
  await mongoose.connection.collection('accounts').updateMany({}, { $set: { passwordHash: kept, enrolledAt: new Date() } });
  const product = await stage.startProduct();
  const { ask, close } = createHttpClient(product.port);
  const attempt = attempts(ask, stage.publicOrigin);
  const rate = (kind: 'right' | 'wrong' | 'unknown') => async () => {
    await mongoose.connection.collection('throttles').deleteMany({});
    return signIns / (await drive(signIns, atATime, attempt(kind)));
  };
  const bare = (typed: string) => async () =>
    signIns / (await drive(signIns, atATime, async () => void (await verify(kept, typed))));
  const beside = { unit: 'sign-ins/s', target: { atLeast: 0.85 }, repetitions };
  const figures = [
    await compare({ workload: 'sign in, 8 at a time', ...beside, product: rate('right'), against: bare(password) }),
    await compare({ workload: 'wrong password, 8 at a time', ...beside, product: rate('wrong'), against: bare('wrong') }),
    await compare({
      workload: 'wrong password / unknown address',
      unit: 'answers/s',
      target: { atLeast: 0.9, atMost: 1.1 },
      repetitions,
      product: rate('wrong'),
      against: rate('unknown'),
    }),
    await stormFigure({ repetitions, pages, read: productPages(ask, mailbox.sessionToken), attempt: attempt('right') }),
  ];
  close();
  await product.stop();
  return figures;
}

const addressOf = (kind: 'known' | 'unknown', index: number) => `${kind}-${index % accounts}@client.example`;

/** A try of each kind; failures come from so many networks that none has to wait. */
function attempts(ask: Ask, origin: string) {
  let count = 0;
  return (kind: 'right' | 'wrong' | 'unknown') => async (): Promise<void> => {
    count += 1;
    const body = JSON.stringify({
      address: addressOf(kind === 'unknown' ? 'unknown' : 'known', count),
      password: kind === 'right' ? password : 'Wrong-Moon-42-Lantern',
    });
    const headers = {
      origin,
      'content-type': 'application/json',
      'x-forwarded-for': `10.${(count >> 12) & 255}.${(count >> 4) & 255}.${count & 15}`,
    };
    await ask({ method: 'POST', path: signIn.path, headers, body, status: kind === 'right' ? 201 : 401 });
  };
}
