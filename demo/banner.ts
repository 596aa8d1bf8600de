import type { Config } from '../server/config.ts';

/** Says what runs, what stands in for a real part, and where to look first. */
export function printBanner(config: Config, given: Readonly<Record<string, string>>, database: string, folder: string): void {
  const at = config.PUBLIC_ORIGIN;
  const parts = [
    ['Database', given['MONGODB_URI'] ? 'as configured' : database],
    [
      'Mail',
      given['RELAY_SMTP_URL'] && given['ORGANISATION_SMTP_URL'] ? 'as configured' : 'caught on this machine; nothing leaves it',
    ],
    ['Staff sign-in', given['ENTRA_AUTHORITY'] ? 'as configured' : 'an identity provider of this demo'],
    ['Data', `in ${folder}, kept between starts`],
  ];
  const places = [
    ['Start here', `${at}/`],
    ['Outlook simulator', `${at}/demo/outlook`],
    ['Every mail that left', `${at}/demo/mail`],
    ['Portal of recipients', `${at}/portal`],
  ];
  const lines = [...parts, ['', ''], ...places].map(([name = '', value = '']) => `  ${name.padEnd(22)}${value}`.trimEnd());
  process.stdout.write(
    `\nSealpost runs for ${config.ORGANISATION_NAME} (a demo: see README for production)\n\n${lines.join('\n')}\n\n  Stop with Ctrl-C.\n\n`,
  );
}
