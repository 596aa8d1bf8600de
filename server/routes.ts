import * as account from '../contract/account.ts';
import * as passwords from '../contract/passwords.ts';
import * as compose from '../contract/compose.ts';
import * as mailbox from '../contract/mailbox.ts';
import * as passkeys from '../contract/passkeys.ts';
import * as secondStep from '../contract/second-step.ts';
import * as send from '../contract/send.ts';
import * as sessions from '../contract/sessions.ts';
import * as settings from '../contract/settings.ts';
import * as track from '../contract/track.ts';
import * as verify from '../contract/verify.ts';
import { changePassword } from './account/change-password.ts';
import { checkPasswordLink } from './account/check-password-link.ts';
import { createPassword } from './account/create-password.ts';
import { findLink } from './account/find-link.ts';
import { addPasskey } from './account/passkeys/add-passkey.ts';
import { listPasskeys } from './account/passkeys/list-passkeys.ts';
import { offerPasskey } from './account/passkeys/offer-passkey.ts';
import { removePasskey } from './account/passkeys/remove-passkey.ts';
import { renamePasskey } from './account/passkeys/rename-passkey.ts';
import { requestPasskeySignIn } from './account/passkeys/request-passkey-sign-in.ts';
import { signInWithPasskey } from './account/passkeys/sign-in-with-passkey.ts';
import { readSession } from './account/read-session.ts';
import { requestCode } from './account/request-code.ts';
import { requestPasswordMail, requestPasswordMailByLink } from './account/request-password-mail.ts';
import { completeSecondStep } from './account/second-step/complete-second-step.ts';
import { confirmAuthenticatorApp } from './account/second-step/confirm-authenticator-app.ts';
import { confirmIdentity } from './account/second-step/confirm-identity.ts';
import { offerAuthenticatorApp } from './account/second-step/offer-authenticator-app.ts';
import { readSecondStep } from './account/second-step/read-second-step.ts';
import { removeAuthenticatorApp } from './account/second-step/remove-authenticator-app.ts';
import { renewRecoveryCodes } from './account/second-step/renew-recovery-codes.ts';
import { requestSecondStepPasskey } from './account/second-step/request-second-step-passkey.ts';
import { endOneSession } from './account/sessions/end-one-session.ts';
import { listSessions } from './account/sessions/list-sessions.ts';
import { signOutEverywhere } from './account/sessions/sign-out-everywhere.ts';
import { changeSettings } from './account/settings/change-settings.ts';
import { readSettings } from './account/settings/read-settings.ts';
import { signIn } from './account/sign-in.ts';
import { signOut } from './account/sign-out.ts';
import { watchSession } from './account/watch-session.ts';
import { copyReplyFile } from './compose/copy-reply-file.ts';
import { discardDraft } from './compose/discard-draft.ts';
import { discardReplyFile } from './compose/discard-reply-file.ts';
import { listDrafts } from './compose/list-drafts.ts';
import { readAllowance } from './compose/read-allowance.ts';
import { readDraft } from './compose/read-draft.ts';
import { renewReplyFiles } from './compose/renew-reply-files.ts';
import { saveDraft } from './compose/save-draft.ts';
import { sendNew } from './compose/send-new.ts';
import { sendReply } from './compose/send-reply.ts';
import { uploadReplyFile } from './compose/upload-reply-file.ts';
import { route } from './http/serve.ts';
import { accountOwner, anybody, recipient, recipientAt, staff, watchingRecipient } from './http/who.ts';
import { askForMoreTime } from './mailbox/ask-for-more-time.ts';
import { changeDeliveries } from './mailbox/change-deliveries.ts';
import { checkDownload } from './mailbox/check-download.ts';
import { downloadAll } from './mailbox/download-all.ts';
import { downloadAttachment } from './mailbox/download-attachment.ts';
import { listDeliveries } from './mailbox/list-deliveries.ts';
import { openMessage } from './mailbox/open-message.ts';
import { readEntry } from './mailbox/read-entry.ts';
import { readInlinePicture } from './mailbox/read-inline-picture.ts';
import { readNews } from './mailbox/read-news.ts';
import { readThread } from './mailbox/read-thread.ts';
import { searchDeliveries } from './mailbox/search-deliveries.ts';
import { saveMessage } from './mailbox/save-message.ts';
import { discardUpload } from './send/discard-upload.ts';
import { findSend } from './send/find-send.ts';
import { readSendPolicy } from './send/read-send-policy.ts';
import { renewUploads } from './send/renew-uploads.ts';
import { sendMessage } from './send/send-message.ts';
import { uploadAttachment } from './send/upload-attachment.ts';
import { verifyNotification } from './verify/verify-notification.ts';
import { correctAddress } from './track/correct-address.ts';
import { endMessage } from './track/end-message.ts';
import { extendMessage } from './track/extend-message.ts';
import { listSent } from './track/list-sent.ts';
import { readSent } from './track/read-sent.ts';
import { recallMessage } from './track/recall-message.ts';
import { searchSent } from './track/search-sent.ts';
import { sendAgain } from './track/send-again.ts';

/** Somebody signed in whose session may be replaced, somebody who still has to set a second step up, and both. */
const owner = recipientAt('open');
const waiting = recipientAt('second-step');
const settingUp = recipientAt('open', 'second-step-setup');
const sessionOwner = recipientAt('open', 'second-step', 'second-step-setup', 'reset-password');

/** What the server can do, and for whom: endpoint, who may call, function. */
export const routes = [
  route(send.readSendPolicy, staff, readSendPolicy),
  route(send.uploadAttachment, staff, uploadAttachment),
  route(send.renewUploads, staff, renewUploads),
  route(send.discardUpload, staff, discardUpload),
  route(send.sendMessage, staff, sendMessage),
  route(send.findSend, staff, findSend),

  route(track.listSent, staff, listSent),
  route(track.searchSent, staff, searchSent),
  route(track.readSent, staff, readSent),
  route(track.recallMessage, staff, recallMessage),
  route(track.extendMessage, staff, extendMessage),
  route(track.endMessage, staff, endMessage),
  route(track.sendAgain, staff, sendAgain),
  route(track.correctAddress, staff, correctAddress),

  route(account.findLink, anybody, findLink),
  route(account.requestCode, anybody, requestCode),
  route(account.requestPasswordMail, anybody, requestPasswordMail),
  route(account.requestPasswordMailByLink, anybody, requestPasswordMailByLink),
  route(passwords.checkPasswordLink, anybody, checkPasswordLink),
  route(passwords.createPassword, anybody, createPassword),
  route(account.signIn, anybody, signIn),
  route(account.readSession, sessionOwner, readSession),
  route(account.watchSession, watchingRecipient, watchSession),
  route(passwords.changePassword, recipientAt('open', 'reset-password'), changePassword),
  route(account.signOut, anybody, signOut),

  route(verify.verifyNotification, anybody, verifyNotification),

  route(secondStep.readSecondStep, settingUp, readSecondStep),
  route(secondStep.confirmIdentity, settingUp, confirmIdentity),
  route(secondStep.offerAuthenticatorApp, settingUp, offerAuthenticatorApp),
  route(secondStep.confirmAuthenticatorApp, settingUp, confirmAuthenticatorApp),
  route(secondStep.removeAuthenticatorApp, owner, removeAuthenticatorApp),
  route(secondStep.renewRecoveryCodes, owner, renewRecoveryCodes),
  route(secondStep.requestSecondStepPasskey, waiting, requestSecondStepPasskey),
  route(secondStep.completeSecondStep, waiting, completeSecondStep),
  route(passkeys.listPasskeys, settingUp, listPasskeys),
  route(passkeys.offerPasskey, settingUp, offerPasskey),
  route(passkeys.addPasskey, settingUp, addPasskey),
  route(passkeys.renamePasskey, owner, renamePasskey),
  route(passkeys.removePasskey, owner, removePasskey),
  route(passkeys.requestPasskeySignIn, anybody, requestPasskeySignIn),
  route(passkeys.signInWithPasskey, anybody, signInWithPasskey),
  route(sessions.listSessions, recipient, listSessions),
  route(sessions.endOneSession, owner, endOneSession),
  route(sessions.signOutEverywhere, owner, signOutEverywhere),
  route(settings.readSettings, recipient, readSettings),
  route(settings.changeSettings, recipient, changeSettings),

  route(mailbox.listDeliveries, accountOwner, listDeliveries),
  route(mailbox.readEntry, watchingRecipient, readEntry),
  route(mailbox.readNews, watchingRecipient, readNews),
  route(mailbox.changeDeliveries, recipient, changeDeliveries),
  route(mailbox.askForMoreTime, recipient, askForMoreTime),
  route(mailbox.searchDeliveries, accountOwner, searchDeliveries),
  route(mailbox.readThread, recipient, readThread),
  route(mailbox.openMessage, recipient, openMessage),
  route(mailbox.downloadAttachment, recipient, downloadAttachment),
  route(mailbox.checkDownload, recipient, checkDownload),
  route(mailbox.downloadAll, recipient, downloadAll),
  route(mailbox.saveMessage, recipient, saveMessage),
  route(mailbox.readInlinePicture, recipient, readInlinePicture),

  route(compose.uploadReplyFile, recipient, uploadReplyFile),
  route(compose.copyReplyFile, recipient, copyReplyFile),
  route(compose.renewReplyFiles, recipient, renewReplyFiles),
  route(compose.discardReplyFile, recipient, discardReplyFile),
  route(compose.sendReply, recipient, sendReply),
  route(compose.sendNew, recipient, sendNew),
  route(compose.readAllowance, recipient, readAllowance),
  route(compose.listDrafts, recipient, listDrafts),
  route(compose.readDraft, recipient, readDraft),
  route(compose.saveDraft, recipient, saveDraft),
  route(compose.discardDraft, recipient, discardDraft),
];
