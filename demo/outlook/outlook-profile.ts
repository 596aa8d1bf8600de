/** How an Outlook behaves. */
export interface OutlookProfile {
  readonly label: string;
  /** The highest Mailbox requirement set, such as 1.16, as its second number. */
  readonly mailboxMinor: number;
  readonly resolvesRecipients: boolean;
}

/** The Outlooks that the simulator can be, by the name in the address bar. */
export const outlookProfiles = {
  'mailbox-1.16': { label: 'Mailbox 1.16', mailboxMinor: 16, resolvesRecipients: true },
  unresolved: { label: 'recipient not resolved', mailboxMinor: 16, resolvesRecipients: false },
} as const satisfies Record<string, OutlookProfile>;

export type ProfileName = keyof typeof outlookProfiles;
