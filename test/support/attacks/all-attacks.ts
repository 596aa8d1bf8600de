import { clobberingAttacks } from './clobbering-attacks.ts';
import { documentAttacks } from './document-attacks.ts';
import { eventAttacks } from './event-attacks.ts';
import { formAttacks } from './form-attacks.ts';
import { mutationAttacks } from './mutation-attacks.ts';
import { scriptAttacks } from './script-attacks.ts';
import { styleAttacks } from './style-attacks.ts';
import { svgAttacks } from './svg-attacks.ts';
import { templateAttacks } from './template-attacks.ts';
import { urlAttacks } from './url-attacks.ts';

export interface Attack {
  readonly number: number;
  readonly family: string;
  readonly html: string;
}

const families = {
  script: scriptAttacks,
  event: eventAttacks,
  url: urlAttacks,
  'svg and mathml': svgAttacks,
  css: styleAttacks,
  mutation: mutationAttacks,
  clobbering: clobberingAttacks,
  form: formAttacks,
  'base and meta': documentAttacks,
  template: templateAttacks,
};

/** Every attack, armed against a server of the attacker at `host`: its code calls `top.hit` or sends a message with its number, its addresses
 *  name that server and the number. */
export function allAttacks(host: string): readonly Attack[] {
  return Object.entries(families)
    .flatMap(([family, attacks]) => attacks.map((html) => ({ family, html })))
    .map(({ family, html }, number) => ({ number, family, html: arm(html, number, host) }));
}

function arm(html: string, number: number, host: string): string {
  return html
    .replaceAll('EVILHOST', host)
    .replaceAll('EVIL', `http://${host}/${number}`)
    .replaceAll('RUN', `top.hit(${number})`)
    .replaceAll('TELL', `top.postMessage(${number},'*')`);
}
