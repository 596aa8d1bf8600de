/** The fixed limits of PRODUCT section 8, in bytes, counts, seconds and days. What policy may lower is a setting of the server. */
export const limits = {
  messageHtmlBytes: 5 * 1024 * 1024,
  /** JSON escaping can double a body; more is refused while it arrives. */
  messageRequestBytes: 12 * 1024 * 1024,
  subjectCharacters: 998,
  personNameCharacters: 256,
  recipients: 100,
  /** Items of any list in a request: more are refused before the first is looked at. */
  listItems: 1000,
  attachments: 499,
  staffAttachmentsBytes: 150 * 1024 * 1024,
  portalAttachmentsBytes: 25 * 1024 * 1024,
  /** What one author may have uploaded without sending it yet; where a message may have more than usual, that much for three messages. */
  staffOpenUploadsBytes: 450 * 1024 * 1024,
  portalOpenUploadsBytes: 75 * 1024 * 1024,
  openUploadsOfMessages: 3,
  openUploads: 1000,
  fileNameCharacters: 200,
  addressCharacters: 254,
  expiresInDays: { minimum: 1, maximum: 365, default: 30 },
  passwordCharacters: 128,
  codeDigits: 8,
  codeTries: 5,
  codeMinutes: 10,
  passwordLinkMinutes: 60,
  uploadLeaseMinutes: 10,
  /** Drafts of one account, and how long one stays that nobody touches. */
  drafts: 100,
  /** Of the texts of all of them together. */
  draftsBytes: 50 * 1024 * 1024,
  draftDays: 90,
  pageOfDeliveries: 50,
  pageOfSent: 25,
  /** Other messages of a conversation that are shown beside one. */
  threadEntries: 20,
  /** RFC 5322, 2.1.1: no line is longer. */
  messageIdCharacters: 998,
  countedUnread: 99,
  /** Entries of a mailbox that one request may change. */
  deliveriesAtOnce: 100,
  /** After so long in Deleted an entry is gone for good. */
  deletedDays: 30,
  /** How long after asking the sender for more time one may ask again. */
  askAgainHours: 24,
  searchCharacters: 200,
  searchMonths: 12,
  /** Entries of the mailbox that one call of the search looks at. */
  searchedEntries: 1000,
  passkeys: 20,
  passkeyNameCharacters: 60,
  recoveryCodes: 10,
  /** How long a password just repeated counts for changes to the way in. */
  identityMinutes: 10,
  passkeyQuestionMinutes: 5,
  signatureCharacters: 2000,
  listedSessions: 50,
} as const;
