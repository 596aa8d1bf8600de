import type { Letterhead } from './letterhead.ts';
import type { MailBlock } from './mail-layout.ts';
import { mailTexts } from './texts/mail-texts.ts';

/** How the reader of a mail about a message checks that it is genuine: the fixed sender, the fixed web address, the code. */
export function genuineBlocks(verificationCode: string, config: Letterhead): readonly MailBlock[] {
  const words = mailTexts(config.language).genuine;
  const verifyPage = `${config.PUBLIC_ORIGIN}/verify`;
  return [
    { kind: 'title', text: words.heading },
    {
      kind: 'note',
      text: words.sentence(config.ORGANISATION_POSTMASTER, config.PUBLIC_ORIGIN),
      address: verifyPage,
    },
    { kind: 'token', text: verificationCode },
  ];
}
