import { type ProfileName, outlookProfiles } from './outlook-profile.ts';

/** The Outlook that the address bar asks for, such as `?profile=slow`; the newest one unless told. */
export function profileInAddress(): ProfileName {
  const asked = new URLSearchParams(location.search).get('profile') ?? '';
  return asked in outlookProfiles ? (asked as ProfileName) : 'mailbox-1.16';
}
