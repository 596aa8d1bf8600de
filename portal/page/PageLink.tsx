import { Link as FluentLink } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

interface PageLinkProps {
  readonly to: string;
  /** What the next page should know, such as the address typed so far. */
  readonly state?: unknown;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A link to another page of the portal, without loading anything anew. */
export function PageLink({ to, state, className, children }: PageLinkProps) {
  return (
    <Link href={to} state={state} asChild>
      <FluentLink href={to} {...(className ? { className } : {})}>
        {children}
      </FluentLink>
    </Link>
  );
}
