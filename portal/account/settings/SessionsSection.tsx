import { Button } from '@fluentui/react-components';
import type { OutputOf } from '../../../contract/endpoint.ts';
import { endOneSession, listSessions } from '../../../contract/sessions.ts';
import { formatMoment } from '../../../screen/format.ts';
import { call } from '../../api.ts';
import { useSession } from '../../session/use-session.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { StepFailure } from '../second-step/StepFailure.tsx';
import { useProtectedAction } from '../second-step/use-protected-action.tsx';
import { LoadedSection } from './LoadedSection.tsx';
import { useListStyles } from './list-styles.ts';

type Listed = OutputOf<typeof listSessions>['sessions'];

const load = () => call(listSessions, {});

/** Where the account is signed in, and the end of one or all of it. */
export function SessionsSection() {
  const styles = useFormStyles();
  return (
    <>
      <p className={styles.words}>{settingsTexts.sessions.explain}</p>
      <LoadedSection load={load}>{({ sessions }, reload) => <KnownSessions sessions={sessions} reload={reload} />}</LoadedSection>
    </>
  );
}

function KnownSessions({ sessions, reload }: { readonly sessions: Listed; readonly reload: () => void }) {
  const styles = useFormStyles();
  const list = useListStyles();
  const { leaveEverywhere } = useSession();
  const action = useProtectedAction();
  const words = settingsTexts.sessions;
  const end = async (sessionId: string) => {
    await call(endOneSession, { sessionId });
    reload();
  };
  return (
    <>
      <StepFailure failure={action.failure} />
      <ul className={list.list} aria-label={words.list}>
        {sessions.map((session) => {
          const device = session.browser === '' ? words.unknown : words.device(session.browser, session.system);
          return (
            <li key={session.sessionId} className={list.line}>
              <div className={list.words}>
                <span className={list.name}>{device}</span>
                <span className={list.fact}>{words.since(formatMoment(session.createdAt))}</span>
                <span className={list.fact}>
                  {session.isThis ? words.isThis : words.lastUsed(formatMoment(session.lastUsedAt))}
                </span>
              </div>
              {session.isThis ? null : (
                <Button
                  className={styles.button}
                  aria-label={words.endNamed(device, formatMoment(session.createdAt))}
                  disabledFocusable={action.isBusy}
                  onClick={() => void action.run(() => end(session.sessionId))}
                >
                  {words.end}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <div>
        <Button className={styles.button} disabledFocusable={action.isBusy} onClick={() => void action.run(leaveEverywhere)}>
          {words.everywhere}
        </Button>
      </div>
    </>
  );
}
