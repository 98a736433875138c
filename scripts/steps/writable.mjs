import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { inProject, root } from './project.mjs';
import { Failure } from './run.mjs';

/** Throws `Failure` where this account may not install or build, with what it can do. */
export function assertWritable(folders = [root, inProject('node_modules'), inProject('.next')]) {
  for (const folder of folders.filter(existsSync)) {
    try {
      accessSync(folder, constants.W_OK | constants.X_OK);
    } catch (error) {
      throw new Failure(1, error.code === 'EROFS' ? readOnly(folder) : denied(folder, statSync(folder).uid));
    }
  }
}

const readOnly = (folder) =>
  `LocalLibrary has to write to ${folder}, which is on a disk that can only be read: copy it to another place.`;

function denied(folder, owner) {
  const me = userInfo();
  if (owner === me.uid)
    return `LocalLibrary has to write to ${folder}, which is yours but protected: chmod -R u+w '${root}' changes that.`;
  return (
    `LocalLibrary has to write to ${folder}, which belongs to ${nameOf(owner)} and not to ${me.username}: ` +
    `make it yours with sudo chown -R ${me.username} '${root}', or clone LocalLibrary into a folder of your own.`
  );
}

function nameOf(uid) {
  const accounts = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  const account = accounts.map((line) => line.split(':')).find(([, , number]) => number === String(uid));
  return account?.[0] ?? `account ${uid}`;
}
