import * as account from '../contract/account.ts';
import * as compose from '../contract/compose.ts';
import * as mailbox from '../contract/mailbox.ts';
import * as send from '../contract/send.ts';
import * as verify from '../contract/verify.ts';
import { changePassword } from './account/change-password.ts';
import { checkPasswordLink } from './account/check-password-link.ts';
import { createPassword } from './account/create-password.ts';
import { findLink } from './account/find-link.ts';
import { readSession } from './account/read-session.ts';
import { requestCode } from './account/request-code.ts';
import { requestPasswordMail } from './account/request-password-mail.ts';
import { signIn } from './account/sign-in.ts';
import { signOut } from './account/sign-out.ts';
import { discardReplyFile } from './compose/discard-reply-file.ts';
import { renewReplyFiles } from './compose/renew-reply-files.ts';
import { sendReply } from './compose/send-reply.ts';
import { uploadReplyFile } from './compose/upload-reply-file.ts';
import { route } from './http/serve.ts';
import { anybody, recipient, recipientAt, staff, watchingRecipient } from './http/who.ts';
import { askForMoreTime } from './mailbox/ask-for-more-time.ts';
import { changeDeliveries } from './mailbox/change-deliveries.ts';
import { downloadAttachment } from './mailbox/download-attachment.ts';
import { listDeliveries } from './mailbox/list-deliveries.ts';
import { openMessage } from './mailbox/open-message.ts';
import { readEntry } from './mailbox/read-entry.ts';
import { readInlinePicture } from './mailbox/read-inline-picture.ts';
import { readNews } from './mailbox/read-news.ts';
import { searchDeliveries } from './mailbox/search-deliveries.ts';
import { discardUpload } from './send/discard-upload.ts';
import { findSend } from './send/find-send.ts';
import { readSendPolicy } from './send/read-send-policy.ts';
import { renewUploads } from './send/renew-uploads.ts';
import { sendMessage } from './send/send-message.ts';
import { uploadAttachment } from './send/upload-attachment.ts';
import { verifyNotification } from './verify/verify-notification.ts';

const sessionOwner = recipientAt('open', 'second-step', 'second-step-setup', 'reset-password');

/** What the server can do, and for whom: endpoint, who may call, function. */
export const routes = [
  route(send.readSendPolicy, staff, readSendPolicy),
  route(send.uploadAttachment, staff, uploadAttachment),
  route(send.renewUploads, staff, renewUploads),
  route(send.discardUpload, staff, discardUpload),
  route(send.sendMessage, staff, sendMessage),
  route(send.findSend, staff, findSend),

  route(account.findLink, anybody, findLink),
  route(account.requestCode, anybody, requestCode),
  route(account.requestPasswordMail, anybody, requestPasswordMail),
  route(account.checkPasswordLink, anybody, checkPasswordLink),
  route(account.createPassword, anybody, createPassword),
  route(account.signIn, anybody, signIn),
  route(account.readSession, sessionOwner, readSession),
  route(account.changePassword, recipientAt('open', 'reset-password'), changePassword),
  route(account.signOut, anybody, signOut),

  route(verify.verifyNotification, anybody, verifyNotification),

  route(mailbox.listDeliveries, recipient, listDeliveries),
  route(mailbox.readEntry, recipient, readEntry),
  route(mailbox.readNews, watchingRecipient, readNews),
  route(mailbox.changeDeliveries, recipient, changeDeliveries),
  route(mailbox.askForMoreTime, recipient, askForMoreTime),
  route(mailbox.searchDeliveries, recipient, searchDeliveries),
  route(mailbox.openMessage, recipient, openMessage),
  route(mailbox.downloadAttachment, recipient, downloadAttachment),
  route(mailbox.readInlinePicture, recipient, readInlinePicture),

  route(compose.uploadReplyFile, recipient, uploadReplyFile),
  route(compose.renewReplyFiles, recipient, renewReplyFiles),
  route(compose.discardReplyFile, recipient, discardReplyFile),
  route(compose.sendReply, recipient, sendReply),
];
