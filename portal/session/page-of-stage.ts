import type { Session } from './use-session.ts';

const pages: Record<Session['state'], string | null> = {
  open: null,
  'second-step': '/portal/second-step',
  'second-step-setup': '/portal/set-up',
  'reset-password': '/portal/reset-password',
};

/** The page of what somebody has to do before everything else answers; null when there is nothing. */
export function pageOfStage(stage: Session['state']): string | null {
  return pages[stage];
}
