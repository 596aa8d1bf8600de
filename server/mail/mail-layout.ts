import type { SendMailOptions } from 'nodemailer';
import type { Language } from '../../contract/language.ts';
import { type BrandColours, brandColours } from './brand-colours.ts';
import { escapeHtml } from './escape-html.ts';
import type { Letterhead } from './letterhead.ts';
import { mailTexts } from './texts/mail-texts.ts';

/** A piece of a mail's text; both parts of the mail are made from the same pieces. */
export type MailBlock =
  | { readonly kind: 'lead' | 'paragraph' | 'title' | 'small' | 'code' | 'token'; readonly text: string }
  /** A text that goes on into an address. */
  | { readonly kind: 'note'; readonly text: string; readonly address: string }
  | { readonly kind: 'button' | 'link'; readonly label: string; readonly address: string };

type Brand = Pick<
  Letterhead,
  'ORGANISATION_NAME' | 'ORGANISATION_COLOUR' | 'ORGANISATION_CONTACT' | 'organisationLogo' | 'language'
>;
type Look = BrandColours & { readonly language: Language };

const FONT = "font-family:'Segoe UI',Helvetica,Arial,sans-serif;word-break:break-word";
const LOGO_ID = 'logo@sealpost';

/** A mail of ours as text and as HTML, with the organisation's name, logo, colour and contact.
 *  It stays readable without pictures, in dark mode and 320 px wide. */
export function layoutMail(
  blocks: readonly MailBlock[],
  brand: Brand,
): Pick<SendMailOptions, 'text' | 'html' | 'attachments' | 'headers'> {
  const all = brand.ORGANISATION_CONTACT === '' ? blocks : withContact(blocks, brand);
  const look = { ...brandColours(brand.ORGANISATION_COLOUR), language: brand.language };
  const logo = logoAttachment(brand.organisationLogo);
  return {
    text: [brand.ORGANISATION_NAME, ...all.map(blockAsText)].join('\n\n') + '\n',
    html: page(brand.ORGANISATION_NAME, logo !== null, look, all.map((block) => blockAsHtml(block, look)).join('\n')),
    headers: { 'Content-Language': brand.language },
    attachments: logo ? [logo] : [],
  };
}

function withContact(blocks: readonly MailBlock[], { ORGANISATION_CONTACT: contact, language }: Brand): readonly MailBlock[] {
  const firstSmall = blocks.findIndex((block) => block.kind === 'small');
  const end = firstSmall < 0 ? blocks.length : firstSmall;
  return [...blocks.slice(0, end), { kind: 'paragraph', text: mailTexts(language).questions(contact) }, ...blocks.slice(end)];
}

function blockAsText(block: MailBlock): string {
  if ('label' in block) return `${block.label}:\n${block.address}`;
  if (block.kind === 'note') return `${block.text} ${block.address}`;
  return block.kind === 'code' || block.kind === 'token' ? `    ${block.text}` : block.text;
}

function blockAsHtml(block: MailBlock, look: Look): string {
  if ('label' in block) {
    if (block.kind === 'button') return button(block.label, block.address, look);
    return `<p style="${FONT};margin:16px 0;font-size:16px;line-height:24px">${anchor(block.address, block.label, look)}</p>`;
  }
  switch (block.kind) {
    case 'lead':
      return `<h1 class="ink" style="${FONT};margin:0 0 12px;font-size:20px;line-height:28px;font-weight:600;color:#242424">${escapeHtml(block.text)}</h1>`;
    case 'title':
      return `<h2 class="ink" style="${FONT};margin:24px 0 4px;font-size:14px;line-height:20px;font-weight:600;color:#242424">${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p class="ink" style="${FONT};margin:0 0 12px;font-size:16px;line-height:24px;color:#242424">${escapeHtml(block.text)}</p>`;
    case 'small':
      return `<p class="faint" style="${FONT};margin:20px 0 0;font-size:13px;line-height:20px;color:#616161">${escapeHtml(block.text)}</p>`;
    case 'note':
      return `<p class="ink" style="${FONT};margin:0 0 8px;font-size:14px;line-height:20px;color:#242424">${escapeHtml(block.text)} ${anchor(block.address, block.address, look)}</p>`;
    case 'token':
      return `<p class="ink" style="${FONT};margin:0 0 16px;font-size:20px;line-height:28px;font-weight:600;letter-spacing:1px;color:#242424">${escapeHtml(block.text)}</p>`;
    case 'code':
      return `<p class="ink code" style="${FONT};margin:16px 0;font-size:32px;line-height:40px;font-weight:600;letter-spacing:2px;color:#242424">${escapeHtml(block.text)}</p>`;
  }
}

function anchor(address: string, label: string, colours: BrandColours): string {
  return `<a class="link" href="${escapeHtml(address)}" style="color:${colours.onLight};text-decoration:underline">${escapeHtml(label)}</a>`;
}

function button(label: string, address: string, look: Look): string {
  const { brand, onBrand, language } = look;
  const face = `display:inline-block;padding:12px 24px;border:1px solid ${brand};border-radius:6px;background:${brand};color:${onBrand};font-size:16px;line-height:24px;font-weight:600;text-decoration:none`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:20px 0 8px"><tr>
<td bgcolor="${brand}" style="border-radius:6px;background:${brand}"><a href="${escapeHtml(address)}" style="${FONT};${face}">${escapeHtml(label)}</a></td>
</tr></table>
<p class="faint" style="${FONT};margin:0 0 16px;font-size:13px;line-height:20px;color:#616161">${escapeHtml(mailTexts(language).orOpen)} ${anchor(address, address, look)}</p>`;
}

function page(organisation: string, hasLogo: boolean, look: Look, body: string): string {
  const name = escapeHtml(organisation);
  const logo = hasLogo
    ? `<td style="padding:0 12px 0 0"><img src="cid:${LOGO_ID}" alt="" height="40" style="display:block;height:40px;width:auto;max-width:160px;border:0"></td>`
    : '';
  return `<!doctype html>
<html lang="${look.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${name}</title>
<style>${styleSheet(look)}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f5f5f5">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f5f5f5"><tr><td class="outside" align="center" style="padding:24px 12px">
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background:#ffffff;border:1px solid #e0e0e0;border-radius:8px"><tr><td class="inside" align="left" style="padding:28px 32px">
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px"><tr>${logo}<td class="ink" style="${FONT};font-size:16px;line-height:24px;font-weight:600;color:#242424;padding:0 0 0 10px;border-left:4px solid ${look.brand}">${name}</td></tr></table>
${body}
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`;
}

/** For programs that read style sheets; the others show the styles in the elements. */
function styleSheet(colours: BrandColours): string {
  return `
:root { color-scheme: light dark; }
@media (max-width: 480px) {
  .outside { padding: 0 !important; }
  .card { border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
  .inside { padding: 20px 16px !important; }
  .code { font-size: 28px !important; }
}
@media (prefers-color-scheme: dark) {
  .ground { background: #141414 !important; }
  .card { background: #1f1f1f !important; border-color: #3d3d3d !important; }
  .ink { color: #f5f5f5 !important; }
  .faint { color: #c4c4c4 !important; }
  .link { color: ${colours.onDark} !important; }
}
`;
}

const PNG = 'data:image/png;base64,';

/** Whether mails can show this logo, a `data:` address: mail programs show PNG, not SVG. */
export function isShownInMails(logo: string): boolean {
  return logo.startsWith(PNG);
}

/** A picture that travels inside the mail is shown without asking another server. */
function logoAttachment(logo: string | null) {
  if (logo === null || !isShownInMails(logo)) return null;
  return {
    cid: LOGO_ID,
    filename: 'logo.png',
    contentType: 'image/png',
    contentDisposition: 'inline',
    content: Buffer.from(logo.slice(PNG.length), 'base64'),
  };
}
