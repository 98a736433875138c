import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { licenceOf, unknownLicences } from './audit/licences.mjs';
import { lockfileFaults } from './audit/lockfile.mjs';
import { secretsIn } from './audit/secrets.mjs';
import { inProject, root } from './project.mjs';
import { Failure } from './run.mjs';

/**
 * Looks for secrets in the files that git knows, for licences that nobody has agreed to, and for packages that may change
 * by themselves; needs no network. Returns what was looked at, in words; throws `Failure` with all that was found.
 */
export function audit() {
  const lockfile = readJson('package-lock.json');
  const files = trackedFiles();
  const packages = installedPackages(lockfile);
  const faults = [
    ...files.flatMap((path) => secretsIn(path, textOf(path))),
    ...unknownLicences(packages),
    ...lockfileFaults(readJson('package.json'), lockfile),
  ];
  if (faults.length > 0) throw new Failure(1, faults.join('\n'));
  const looked =
    files.length > 0 ? `no secret in ${files.length} files` : 'secrets not looked for, for want of git';
  return `Audit: ${looked}, ${packages.length} licences known, every package pinned and with a checksum.`;
}

const readJson = (path) => JSON.parse(readFileSync(inProject(path), 'utf8'));

/** None where the project was unpacked without its history. */
function trackedFiles() {
  try {
    const list = execFileSync('git', ['ls-files', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return list
      .split('\0')
      .filter((path) => path && lstatSync(inProject(path), { throwIfNoEntry: false })?.isFile());
  } catch {
    return [];
  }
}

/** Empty for a picture or another file that is no text. */
function textOf(path) {
  const content = readFileSync(inProject(path));
  return content.includes(0) ? '' : content.toString();
}

function installedPackages({ packages }) {
  return Object.entries(packages)
    .filter(([path]) => path !== '' && existsSync(inProject(path, 'package.json')))
    .map(([path, { dev, devOptional }]) => {
      const { name, version, ...manifest } = readJson(`${path}/package.json`);
      return { name: `${name} ${version}`, licence: licenceOf(manifest), dev: Boolean(dev || devOptional) };
    });
}
