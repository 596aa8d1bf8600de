import type { ReactNode } from 'react';
import { NotFoundPage } from '../page/NotFoundPage.tsx';
import { AccessibilityHelp } from './AccessibilityHelp.tsx';
import { ContactHelp } from './ContactHelp.tsx';
import { GenuineHelp } from './GenuineHelp.tsx';
import { LoginHelp } from './LoginHelp.tsx';

const topics: Readonly<Record<string, () => ReactNode>> = {
  genuine: GenuineHelp,
  login: LoginHelp,
  contact: ContactHelp,
  accessibility: AccessibilityHelp,
};

/** A page of help; the same for everybody, signed in or not. */
export function HelpPage({ topic }: { readonly topic: string }) {
  const Topic = Object.hasOwn(topics, topic) ? topics[topic] : undefined;
  return Topic ? <Topic /> : <NotFoundPage />;
}
