import type { OpenedMessage } from '../../contract/mailbox.ts';
import { useSettings } from '../page/settings-context.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { OnceReady } from './OnceReady.tsx';
import { WritePanel } from './WritePanel.tsx';
import { loadAnswer } from './load-draft.ts';
import { useSignature } from './use-signature.ts';
import { useSlot } from './use-slot.ts';
import { emptyDraft } from './written-draft.ts';

interface ReplyPanelProps {
  readonly accountId: string;
  readonly message: OpenedMessage;
  /** Whether the answer also goes to the others. */
  readonly isToAll: boolean;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

/** Where a message is answered; what was begun earlier, in this window or another, is gone on with. */
export function ReplyPanel({ accountId, message, isToAll, onSent, onClose }: ReplyPanelProps) {
  const { quoteOriginal } = useSettings();
  const signature = useSignature();
  const { deliveryId, sender, others, subject } = message;
  const kind = isToAll ? 'reply-all' : 'reply';
  const wanted = useSlot({
    accountId,
    isIt: (draft) => draft.deliveryId === deliveryId && draft.kind === kind,
    load: () => loadAnswer(deliveryId, kind),
    fresh: () =>
      emptyDraft({
        ...{
          kind,
          deliveryId,
          to: [sender, ...(isToAll ? others : [])].map(({ address }) => address),
          subject,
          hasQuote: quoteOriginal,
        },
        ...{ html: signature, start: signature },
      }),
  });
  const name = sender.name === '' ? sender.address : sender.name;
  const title = isToAll ? composeTexts.replyAllTo(name, others.length) : composeTexts.replyTo(name);
  return (
    <OnceReady slot={wanted}>
      <WritePanel slot={wanted.slot} title={title} message={message} onSent={onSent} onClose={onClose} />
    </OnceReady>
  );
}
