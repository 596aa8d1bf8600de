/** The input fields of files that are not there, or are named a second time, such as `attachments.2`. */
export function missingFiles(uploadIds: readonly string[], found: Pick<ReadonlySet<string>, 'has'>): readonly string[] {
  return uploadIds.flatMap((id, index) => (found.has(id) && uploadIds.indexOf(id) === index ? [] : [`attachments.${index}`]));
}
