/** The part of the file system that the credentials file needs. */
export interface Files {
  homeDirectory: string;
  join: (...parts: string[]) => string;
  /**
   * The text of a file.
   *
   * @throws {NotAFile} for a folder, a pipe, a device, or a file that is too large
   */
  read: (path: string, maxBytes: number) => string;
}

export class NotAFile extends Error {}

export const filesOf = (
  { statSync, readFileSync }: typeof import("node:fs"),
  { homedir }: typeof import("node:os"),
  { join }: typeof import("node:path"),
): Files => ({
  homeDirectory: homedir(),
  join,
  read: (path, maxBytes) => {
    // Checked before opening: a pipe would block, and a device may never end.
    const status = statSync(path);
    if (!status.isFile()) throw new NotAFile(`${path} is not a file`);
    if (status.size > maxBytes) throw new NotAFile(`${path} has more than ${maxBytes} bytes`);
    return readFileSync(path, "utf8");
  },
});
