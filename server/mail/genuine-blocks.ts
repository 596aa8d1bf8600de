import type { Config } from '../config.ts';
import type { MailBlock } from './mail-layout.ts';

/** How the reader of a mail about a message checks that it is genuine: the fixed sender, the fixed web address, the code. */
export function genuineBlocks(verificationCode: string, config: Config): readonly MailBlock[] {
  const verifyPage = `${config.PUBLIC_ORIGIN}/verify`;
  return [
    { kind: 'title', text: 'How to check that this mail is genuine' },
    {
      kind: 'note',
      text: `It comes from ${config.ORGANISATION_POSTMASTER}, its links begin with ${config.PUBLIC_ORIGIN}/, and this code is confirmed at`,
      address: verifyPage,
    },
    { kind: 'token', text: verificationCode },
  ];
}
