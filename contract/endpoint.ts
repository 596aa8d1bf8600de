import type * as z from 'zod/mini';

/** How a request body travels: as JSON (default), or as one file in a multipart form with the field name `file`. */
export type BodyKind = 'json' | 'file';

/** One address of the server: what goes in, what comes out. Both programs take it from here, so neither can drift. */
export interface Endpoint<
  Input extends z.ZodMiniType = z.ZodMiniType,
  Output extends z.ZodMiniType = z.ZodMiniType,
  Answer extends 'json' | 'bytes' = 'json' | 'bytes',
> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Starts with `/api/`; a segment `:name` is filled from the input field of that name. */
  readonly path: `/api/${string}`;
  /** One flat object: path parameters, and the query (GET, DELETE) or the JSON body (POST). */
  readonly input: Input;
  readonly output: Output;
  readonly body: BodyKind;
  /** What answers: JSON by `output`, or the bytes of a file. */
  readonly answer: Answer;
  /** Status of a success. */
  readonly status: 200 | 201;
  /** The largest JSON body in bytes; more is refused while it arrives. */
  readonly maxBytes: number;
}

export type InputOf<E extends Endpoint> = z.input<E['input']>;
export type ParsedInputOf<E extends Endpoint> = z.output<E['input']>;
export type OutputOf<E extends Endpoint> = z.output<E['output']>;

const KILOBYTE = 1024;

/** Declares an endpoint. Defaults: JSON in, JSON out, status 200, at most 64 KiB in. */
export function endpoint<I extends z.ZodMiniType, O extends z.ZodMiniType, A extends 'json' | 'bytes' = 'json'>(
  declared: Pick<Endpoint<I, O, A>, 'method' | 'path' | 'input' | 'output'> & Partial<Endpoint<I, O, A>>,
): Endpoint<I, O, A> {
  return Object.freeze({ body: 'json', answer: 'json' as A, status: 200, maxBytes: 64 * KILOBYTE, ...declared });
}

/** The names of the path parameters, in order: `/api/a/:b/:c` gives `['b', 'c']`. */
export function pathParameters(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment.startsWith(':'))
    .map((segment) => segment.slice(1));
}

/** The path with its parameters filled in from `input`, and the fields that are left for the query or the body. */
export function fillPath(path: string, input: Record<string, unknown>): { path: string; rest: Record<string, unknown> } {
  const rest = { ...input };
  const filled = path
    .split('/')
    .map((segment) => {
      if (!segment.startsWith(':')) return segment;
      const name = segment.slice(1);
      delete rest[name];
      return encodeURIComponent(String(input[name]));
    })
    .join('/');
  return { path: filled, rest };
}
