import { Link as FluentLink } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

interface PageLinkProps {
  readonly to: string;
  /** What the next page should know, such as the address typed so far. */
  readonly state?: unknown;
  readonly className?: string | undefined;
  /** Whether it leads to where the reader is. */
  readonly isHere?: boolean;
  readonly children: ReactNode;
}

/** A link to another page of the portal, without loading anything anew. */
export function PageLink({ to, state, className, isHere = false, children }: PageLinkProps) {
  return (
    <Link href={to} state={state} asChild>
      <FluentLink href={to} {...(className ? { className } : {})} {...(isHere ? { 'aria-current': 'page' } : {})}>
        {children}
      </FluentLink>
    </Link>
  );
}
