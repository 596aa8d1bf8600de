import { createContext, useContext } from 'react';
import type { DeliveryChange, Folder, MailboxEntry } from '../../contract/mailbox.ts';

/** What every part of the mailbox knows and may do. */
export interface Mailbox {
  readonly folder: Folder;
  /** What the list stands for in an address: the folder, or a search. */
  readonly place: string;
  readonly entries: readonly MailboxEntry[];
  readonly openId: string | null;
  readonly isFull: boolean;
  readonly chosenIds: ReadonlySet<string>;
  readonly toggle: (deliveryId: string) => void;
  readonly choose: (deliveryIds: readonly string[]) => void;
  /** Changes messages, and goes on to the next one if the open one leaves the folder. */
  readonly change: (change: DeliveryChange, deliveryIds: readonly string[]) => void;
  readonly undo: () => void;
  /** Says something to screen readers when there is time. */
  readonly announce: (sentence: string) => void;
}

export const MailboxContext = createContext<Mailbox | null>(null);

/** The mailbox around this part. */
export function useMailbox(): Mailbox {
  const mailbox = useContext(MailboxContext);
  if (!mailbox) throw new Error('MailboxContext is missing');
  return mailbox;
}
