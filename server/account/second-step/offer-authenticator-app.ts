import { toString as drawCode } from 'qrcode';
import type { OutputOf } from '../../../contract/endpoint.ts';
import type { offerAuthenticatorApp as endpoint } from '../../../contract/second-step.ts';
import type { Context } from '../../context.ts';
import type { SessionOwner } from '../../http/who.ts';
import { appAddress, newAppKey } from '../../security/authenticator-app.ts';
import { keepOffer } from '../../store/second-steps.ts';
import { ownerOf } from '../owner-of.ts';
import { requireIdentity } from './confirm-identity.ts';

/** A new key for the caller's authenticator app, as text and as a picture; it counts once its first code came. @throws confirmation_required */
export async function offerAuthenticatorApp(
  _input: object,
  caller: SessionOwner,
  context: Context,
): Promise<OutputOf<typeof endpoint>> {
  requireIdentity(caller, context);
  const owner = await ownerOf(caller);
  const { appKey, sealed } = await newAppKey(owner, context.keys);
  await keepOffer(owner._id, sealed);
  // Four modules of quiet around it, as readers expect (ISO/IEC 18004, 6.3.8).
  const svg = await drawCode(appAddress(appKey, context.config.ORGANISATION_NAME, owner.address), { type: 'svg', margin: 4 });
  return { key: appKey, picture: `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}` };
}
