/** A multipart form with one file in the field `file`, as a browser sends it. */
export interface FileForm {
  readonly headers: Readonly<Record<string, string>>;
  /** The file itself is not copied. */
  readonly body: readonly Uint8Array[];
}

const boundary = '----bench-4f1b0d7c92a8';

/** Wraps the bytes of a file. */
export function fileForm(file: Uint8Array): FileForm {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="scan.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: [Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)],
  };
}
