import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type SubmitEvent, useState } from 'react';
import { normaliseAddress } from '../../contract/address.ts';
import type { TrackedMessage } from '../../contract/track.ts';
import type { Api } from '../api.ts';
import { Notice } from '../Notice.tsx';
import { OutlookError } from '../outlook/outlook-error.ts';
import { giveUpSignInWindow } from '../outlook/sign-in-window.ts';
import { SignInHint } from '../SignInHint.tsx';
import { sentTexts } from '../texts/sent-texts.ts';
import { type Correction, CorrectionFields } from './CorrectionFields.tsx';
import { ExtensionField } from './ExtensionField.tsx';
import { sentFailureText } from './sent-failure-text.ts';
import type { ActionKind } from './standing-of.ts';
import type { TrackedRecipient } from './timeline-of.ts';
import type { SentAction } from './tracked-flow.ts';
import { useSigningIn } from './use-signing-in.ts';

const useStyles = makeStyles({
  surface: { padding: tokens.spacingHorizontalL, width: 'calc(100vw - 24px)', maxWidth: '480px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  words: { margin: 0, overflowWrap: 'anywhere' },
  whom: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

/** What somebody is about to do, and for whom: one recipient, or all (null). */
export interface AskedAction {
  readonly kind: ActionKind;
  readonly recipient: TrackedRecipient | null;
}

interface ActionDialogProps {
  readonly api: Api;
  readonly message: TrackedMessage;
  readonly asked: AskedAction;
  readonly act: (action: SentAction) => Promise<void>;
  readonly onClose: () => void;
  /** Gets the words for what has been done. */
  readonly onDone: (told: string) => void;
}

/** Asks once, and says what the action does and what it cannot undo. Where it fails the dialog stays, with what to do. */
export function ActionDialog({ api, message, asked, act, onClose, onDone }: ActionDialogProps) {
  const styles = useStyles();
  const { kind, recipient } = asked;
  const words = sentTexts.dialogs[kind];
  const asking = useAsking(asked, act, () => onDone(words.done));
  return (
    <Dialog open onOpenChange={(_event, { open }) => (open || asking.isWorking ? undefined : onClose())}>
      <DialogSurface className={styles.surface}>
        <form noValidate onSubmit={asking.submit}>
          <DialogBody>
            <DialogTitle>{words.title}</DialogTitle>
            <DialogContent className={styles.content}>
              {recipient ? <p className={styles.whom}>{recipient.address}</p> : null}
              <p className={styles.words}>{words.effect}</p>
              {kind === 'extend' ? <ExtensionField api={api} days={asking.days} onChoose={asking.setDays} /> : null}
              {kind === 'correct' ? <CorrectionFields correction={asking.correction} onChange={asking.setCorrection} /> : null}
              {factsFor(asked, message).map((fact) => (
                <p key={fact} className={styles.words}>
                  {fact}
                </p>
              ))}
              <p className={styles.words}>{words.cannot}</p>
              <Told asking={asking} />
            </DialogContent>
            <Choices asking={asking} confirm={words.confirm} onClose={onClose} />
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

type Asking = ReturnType<typeof useAsking>;

/** That it was refused, or that somebody has to sign in before it is done. */
function Told({ asking: { failure } }: { readonly asking: Asking }) {
  const styles = useStyles();
  const isSigningIn = useSigningIn();
  if (!isSigningIn && failure === null) return null;
  const wasGivenUp = failure instanceof OutlookError && failure.code === 'sign_in_cancelled';
  return (
    <div role="alert" className={styles.content}>
      {isSigningIn ? (
        <SignInHint />
      ) : (
        <Notice tone="error" {...(wasGivenUp ? sentTexts.failures.notSignedIn : sentFailureText(failure))} />
      )}
    </div>
  );
}

interface ChoicesProps {
  readonly asking: Asking;
  readonly confirm: string;
  readonly onClose: () => void;
}

/** What was asked for cannot be called back on its way; the sign-in before it can. */
function Choices({ asking: { isWorking, isReady }, confirm, onClose }: ChoicesProps) {
  const isSigningIn = useSigningIn();
  return (
    <DialogActions fluid>
      <Button onClick={isWorking ? giveUpSignInWindow : onClose} disabledFocusable={isWorking && !isSigningIn}>
        {sentTexts.dialogs.close}
      </Button>
      <Button type="submit" appearance="primary" disabledFocusable={isWorking || !isReady}>
        {isWorking ? sentTexts.dialogs.working : confirm}
      </Button>
    </DialogActions>
  );
}

/** What is filled in, and how far the action is. */
function useAsking({ kind, recipient }: AskedAction, act: ActionDialogProps['act'], onDone: () => void) {
  const [isWorking, setIsWorking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [days, setDays] = useState<number | null | undefined>(undefined);
  const [correction, setCorrection] = useState<Correction>({ address: '', name: recipient?.name ?? '', isWrong: false });
  const work = async (action: SentAction) => {
    setIsWorking(true);
    setFailure(null);
    await act(action).then(onDone, setFailure);
    setIsWorking(false);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isWorking) return;
    if (kind === 'correct' && normaliseAddress(correction.address) === null)
      return setCorrection({ ...correction, isWrong: true });
    const action = actionOf(kind, recipient?.deliveryId ?? null, days, correction);
    if (action) void work(action);
  };
  const isReady = kind !== 'extend' || days !== undefined;
  return { isWorking, isReady, failure, days, setDays, correction, setCorrection, submit };
}

function actionOf(
  kind: ActionKind,
  deliveryId: string | null,
  days: number | null | undefined,
  { address, name }: Correction,
): SentAction | null {
  if (kind === 'recall' || kind === 'end') return { kind, deliveryId };
  if (kind === 'extend') return days === undefined ? null : { kind, deliveryId, expiresInDays: days };
  if (deliveryId === null) return null;
  return kind === 'again' ? { kind, deliveryId } : { kind, deliveryId, address, name: name.trim() };
}

/** What has happened already and stays, whatever is done. */
function factsFor({ kind, recipient }: AskedAction, { recipients }: TrackedMessage): readonly string[] {
  if (kind === 'extend' || kind === 'again') return [];
  const { keepsWhatWasRead, colleaguesKeep } = sentTexts.dialogs;
  const meant = recipient ? [recipient] : recipients.filter(({ route }) => route === 'portal');
  const opened = meant.filter(({ firstOpenedAt }) => firstOpenedAt !== null).length;
  const hasColleagues = recipient === null && recipients.some(({ route }) => route === 'mail');
  return [keepsWhatWasRead(opened, meant.length), ...(hasColleagues ? [colleaguesKeep] : [])];
}
