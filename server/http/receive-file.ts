import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import type { IncomingFile } from '../context.ts';
import { AppError } from '../errors.ts';

/** Hands the one file of a multipart request (field `file`) to `take` while it arrives, and answers what that answered. What `take` refuses
 *  is refused at once; the form would report it only after its last byte.
 *  @throws broken_upload when the form is broken, holds no file or more than that */
export async function receiveFile<Taken>(
  request: Request,
  response: Response,
  take: (file: IncomingFile) => Promise<Taken>,
): Promise<Taken> {
  if (!request.is('multipart/form-data')) throw new AppError('content_type_not_supported');
  const announced = Number(request.headers['content-length']);
  const answers: Taken[] = [];
  const refused = Promise.withResolvers<never>();
  let taking: Promise<unknown> = Promise.resolve();
  const storage: StorageEngine = {
    _handleFile: (_request, file, done) => {
      const announcedBytes = Number.isSafeInteger(announced) ? announced : null;
      const taken = take({ bytes: file.stream, announcedBytes, unlessAnswered: undoUnlessAnswered(response) });
      taking = taken;
      taken.then(
        (answer) => {
          answers.push(answer);
          done(null, {});
        },
        (error: unknown) => {
          done(error);
          refused.reject(asUploadError(error));
        },
      );
    },
    // Undone by whoever took it, once the answer is known.
    _removeFile: (_request, _file, done) => done(null),
  };
  await Promise.race([readForm(storage, request, response), refused.promise]).catch(async (error: unknown) => {
    // The form reports a broken stream while what was stored of it is still being removed; who is refused finds nothing left.
    await taking.catch(() => undefined);
    throw error;
  });
  const [answer] = answers;
  if (answer === undefined) throw new AppError('broken_upload');
  return answer;
}

/** What cannot be undone now is no message's: its lease ends and the sweeper takes it. */
function undoUnlessAnswered(response: Response): (undo: () => Promise<unknown>) => void {
  return (undo) => {
    const settle = () => {
      if (!response.writableFinished || response.statusCode >= 400) undo().catch(() => undefined);
    };
    if (response.closed) settle();
    else response.once('close', settle);
  };
}

function readForm(storage: StorageEngine, request: Request, response: Response): Promise<void> {
  const form = multer({ storage, defParamCharset: 'utf8', limits: { files: 1, fields: 0, parts: 1, headerPairs: 20 } });
  return new Promise((resolve, reject) => {
    form.single('file')(request, response, (error: unknown) =>
      error === undefined || error === null ? resolve() : reject(asUploadError(error)),
    );
  });
}

/** multer and busboy report a broken form as plain errors with an English text; ours and the database's are told apart. */
function asUploadError(error: unknown): Error {
  if (error instanceof AppError) return error;
  if (error instanceof MulterError) return new AppError('broken_upload', {}, error);
  const isBrokenForm =
    error instanceof Error &&
    /^(?:Unexpected end of form|Malformed|Multipart:|Request (?:aborted|closed)|aborted|Missing Content-Type|Part terminated)/.test(
      error.message,
    );
  return isBrokenForm ? new AppError('broken_upload', {}, error) : (error as Error);
}
