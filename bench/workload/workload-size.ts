/** How much work one repetition is. */
export interface WorkloadSize {
  readonly repetitions: number;
  readonly sends: number;
  /** Notifications that wait to be sent. */
  readonly mails: number;
  /** Uploads of 10 MB; of 100 MB a fifth as many. */
  readonly uploads: number;
  readonly opens: number;
  readonly pages: number;
  readonly signIns: number;
  /** Entries of the smaller mailbox; the larger one has ten times as many. */
  readonly mailbox: number;
}

/** What the figures are made with. */
export const fullSize: WorkloadSize = {
  repetitions: 5,
  sends: 1500,
  mails: 1500,
  uploads: 15,
  opens: 1000,
  pages: 300,
  signIns: 300,
  mailbox: 10_000,
};

/** For a first look: the ratios are rougher. */
export const quickSize: WorkloadSize = {
  repetitions: 3,
  sends: 300,
  mails: 300,
  uploads: 5,
  opens: 200,
  pages: 80,
  signIns: 60,
  mailbox: 2000,
};
