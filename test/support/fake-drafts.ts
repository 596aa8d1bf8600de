import type { WrittenDraft } from '../../portal/compose/written-draft.ts';
import { emptyDraft } from '../../portal/compose/written-draft.ts';
import { findDraft, newSlot, putDraft } from '../../portal/compose/kept-drafts.ts';
import { type Answers, type Asked, LostAnswer, Refusal, serve } from './fake-server.ts';

interface Kept {
  revision: number;
  readonly content: object;
}

/** A stand-in for the server's drafts, with revisions and send keys as it has them. `answersAreLost`: it does what it is asked, and nobody hears. */
export class FakeDrafts {
  readonly drafts = new Map<string, Kept>();
  readonly sent = new Map<string, string>();
  readonly asked: Asked[];
  answersAreLost = false;
  /** What holds every answer back. */
  gate: Promise<void> = Promise.resolve();

  constructor(more: Answers = {}) {
    this.asked = serve({
      'POST /api/compose/drafts/*': (asked) => this.lose(() => this.save(asked)),
      'GET /api/compose/drafts/*': (asked) => this.lose(() => this.read(asked)),
      'DELETE /api/compose/drafts/*': (asked) => this.lose(() => this.discard(asked)),
      'POST /api/compose/messages': (asked) => this.lose(() => this.send(asked)),
      'DELETE /api/compose/attachments/*': () => ({}),
      ...more,
    });
  }

  /** How often this was asked. */
  count(method: string, part: string): number {
    return this.asked.filter(({ method: known, path }) => known === method && path.includes(part)).length;
  }

  private async lose(act: () => object): Promise<object> {
    await this.gate;
    const isLost = this.answersAreLost;
    const done = act();
    if (isLost) throw new LostAnswer();
    return done;
  }

  private save({ path, body }: Asked): object {
    const id = idIn(path);
    const { revision, ...content } = body as { revision: number };
    if (this.sent.has(id) || (this.drafts.get(id)?.revision ?? 0) !== revision) throw new Refusal('draft_changed');
    this.drafts.set(id, { revision: revision + 1, content });
    return { revision: revision + 1, updatedAt: '2026-11-22T09:14:00.000Z' };
  }

  private read({ path }: Asked): object {
    const draftId = idIn(path);
    const kept = this.drafts.get(draftId);
    if (!kept) throw new Refusal('draft_not_found');
    const updatedAt = '2026-11-22T09:14:00.000Z';
    return { attachments: [], ...kept.content, draftId, revision: kept.revision, updatedAt };
  }

  private discard({ path }: Asked): object {
    this.drafts.delete(idIn(path));
    return {};
  }

  private send({ body }: Asked): object {
    const { sendKey, html, draftRevision } = body as { sendKey: string; html: string; draftRevision: number };
    const before = this.sent.get(sendKey);
    if (before !== undefined && before !== html) throw new Refusal('send_key_reused');
    const draft = this.drafts.get(sendKey);
    if (before === undefined && draft && draft.revision !== draftRevision) throw new Refusal('draft_changed');
    this.sent.set(sendKey, html);
    this.drafts.delete(sendKey);
    return { messageId: 'message-0123456789_abc', acceptedAt: '2026-11-22T10:02:00.000Z', recipientCount: 1 };
  }
}

const idIn = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Puts a new message with these words into a slot of its own, as if just typed. */
export function writeDraft(html: string, wish: Partial<WrittenDraft> = {}): string {
  const slot = newSlot('account-0123456789__ab');
  putDraft(slot, emptyDraft({ to: ['alex@harbour.example'], subject: 'Visit', html, isDirty: true, ...wish }));
  return slot;
}

/** The draft in a slot, which must be there. */
export function draftIn(slot: string): WrittenDraft {
  const draft = findDraft(slot);
  if (!draft) throw new Error('no draft in this slot');
  return draft;
}

/** A promise and the function that ends it. */
export function gate() {
  return Promise.withResolvers<void>();
}
