/** The folders of a mailbox. They stand by themselves because a page needs them before anything else of the mailbox. */
export const folders = ['inbox', 'sent', 'deleted'] as const;
